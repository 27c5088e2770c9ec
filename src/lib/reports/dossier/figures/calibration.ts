import { criterionName } from '#lib/i18n/criterion-name.ts';
import type { ShareSeries } from '#lib/charts/share-rows.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { counted, say } from '#lib/i18n/wording.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import type { ScenarioFigures } from '../../scenario-answer.ts';
import { attainedRow, attainedSeries } from '../attained-row.ts';
import type { DossierFigure } from '../dossier.ts';

function passes(fr: string, en: string, { passing, applicable }: ScenarioFigures, locale: Locale): string {
  const of = counted(
    applicable,
    locale === 'fr'
      ? ['produit concerné', 'produits concernés']
      : ['product concerned', 'products concerned'],
    locale
  );
  return say(locale, `${fr}${passing} sur ${of}`, `${en}${passing} of ${of}`);
}

function summaryTitle(scenarios: readonly ScenarioFigures[], locale: Locale): string {
  const [first] = scenarios;
  if (!first) return '';
  if (scenarios.every(({ applicable }) => applicable === 0))
    return say(
      locale,
      'Aucune exigence obligatoire ne concerne un produit',
      'No mandatory requirement concerns a product'
    );
  return scenarios.length === 1
    ? passes(
        `« ${first.name} » : toutes les exigences obligatoires seraient respectées par `,
        `“${first.name}”: all mandatory requirements would be met by `,
        first,
        locale
      )
    : say(
        locale,
        `${scenarios.length} scénarios, de ${Math.min(...scenarios.map(({ passing }) => passing))} à ${Math.max(...scenarios.map(({ passing }) => passing))} produits qui respecteraient tout`,
        `${scenarios.length} scenarios, from ${Math.min(...scenarios.map(({ passing }) => passing))} to ${Math.max(...scenarios.map(({ passing }) => passing))} products that would meet all`
      );
}

/** Products, not answers: they meet all or lack something. */
function metSeries(locale: Locale): ShareSeries[] {
  return [
    { name: say(locale, 'respectent tout', 'meet all'), fill: 'attained' },
    {
      name: say(locale, 'il leur manque une exigence au moins', 'lack one requirement at least'),
      fill: 'short-2'
    },
    ...attainedSeries(locale).slice(2)
  ];
}

/** Every scenario by the products that attain all of its mandatory requirements. */
export function scenariosFigure(scenarios: readonly ScenarioFigures[], locale: Locale): DossierFigure {
  const rows = {
    series: metSeries(locale),
    groups: [
      {
        title: '',
        rows: scenarios.map(({ name, applicable, passing }) =>
          attainedRow('', name, { applicable, attained: passing, unanswered: 0 }, locale)
        )
      }
    ]
  };
  const s = (fr: string, en: string) => say(locale, fr, en);
  return {
    id: 'scenarios',
    title: summaryTitle(scenarios, locale),
    subline: s(
      'Produits qui atteignent toutes les exigences obligatoires qui s’appliquent à eux',
      'Products that attain every mandatory requirement that applies to them'
    ),
    caption: s(
      'N : produits auxquels une exigence au moins s’applique. Sans réponse, tous les niveaux manquent.',
      'N: products to which at least one requirement applies. Without an answer all levels are lacking.'
    ),
    // without a product concerned there is nothing to draw
    ...(scenarios.some(({ applicable }) => applicable > 0) && {
      drawing: { chart: 'shareRows' as const, rows },
      native: { chart: 'shareRows' as const, rows }
    }),
    table: {
      columns: [
        { label: s('Scénario', 'Scenario'), kind: 'text' },
        { label: s('Obligatoires', 'Mandatory'), kind: 'count' },
        { label: s('Recommandées', 'Recommended'), kind: 'count' },
        { label: s('Concernés', 'Concerned'), kind: 'count' },
        { label: s('Respectent tout', 'Meet all'), kind: 'count' },
        { label: s('Éditeurs', 'Vendors'), kind: 'count' },
        { label: s('Fermeté', 'Firmness'), kind: 'coefficient' },
        { label: s('Niveaux manquants', 'Missing levels'), kind: 'count' }
      ],
      rows: scenarios.map(({ name, requirements, applicable, passing, vendors, firmness, effort }) => [
        ...[name, requirements.mandatory, requirements.recommended, applicable, passing],
        ...[vendors.passing, firmness, effort]
      ])
    }
  };
}

type Required = ScenarioFigures['perRequirement'][number];

function requirementLabel(
  { criterion, level }: Required,
  questionnaire: Questionnaire,
  locale: Locale
): string {
  const found = questionnaire.criteria.find(({ code }) => code === criterion);
  const name = found ? criterionName(found, locale) : criterion;
  return found && found.target === level ? name : `${name} (${say(locale, 'niv.', 'lv')} ${level})`;
}

/** A scenario's mandatory requirements, the least attained first: what holds most products back. */
export function requirementsFigure(
  scenario: ScenarioFigures,
  place: number,
  questionnaire: Questionnaire,
  locale: Locale
): DossierFigure | undefined {
  const rate = ({ attained, applicable }: Required) => (applicable === 0 ? 1 : attained / applicable);
  const sorted = scenario.perRequirement.toSorted((a, b) => rate(a) - rate(b));
  if (sorted.length === 0) return undefined;
  const labelOf = (one: Required) => requirementLabel(one, questionnaire, locale);
  return requirementFigure(
    sorted,
    { id: `scenario-${place}`, title: requirementsTitle(scenario, locale) },
    labelOf,
    locale
  );
}

function requirementsTitle({ name, perRequirement }: ScenarioFigures, locale: Locale): string {
  const below = perRequirement.filter(({ attained, applicable }) => 2 * attained < applicable).length;
  if (below === 0)
    return say(
      locale,
      `« ${name} » : chaque exigence est atteinte par la moitié au moins des produits concernés`,
      `“${name}”: each requirement is attained by at least half of the products concerned`
    );
  return say(
    locale,
    `« ${name} » : ${counted(below, ['exigence est atteinte', 'exigences sont atteintes'], 'fr')} par moins de la moitié des produits concernés`,
    `“${name}”: ${counted(below, ['requirement is attained', 'requirements are attained'], 'en')} by fewer than half of the products concerned`
  );
}

function requirementFigure(
  own: readonly Required[],
  { id, title }: { id: string; title: string },
  labelOf: (one: Required) => string,
  locale: Locale
): DossierFigure {
  const s = (fr: string, en: string) => say(locale, fr, en);
  const rows = {
    series: attainedSeries(locale),
    groups: [
      {
        title: '',
        rows: own.map((one) => {
          const { criterion, applicable, attained } = one;
          return attainedRow(criterion, labelOf(one), { applicable, attained, unanswered: 0 }, locale);
        })
      }
    ]
  };
  return {
    id,
    title,
    subline: s(
      'Produits concernés qui ont le niveau exigé',
      'Products concerned that have the level required'
    ),
    caption: s(
      'Les moins atteintes d’abord. Au tableau, « Bloque seule » : produits à qui il ne manque qu’elle.',
      'The least attained first. In the table, “Blocks alone”: products that lack this one only.'
    ),
    drawing: { chart: 'shareRows', rows },
    native: { chart: 'shareRows', rows },
    nativeWords: {
      subline: s(
        'Produits concernés qui ont le niveau exigé',
        'Products concerned that have the level required'
      ),
      caption: s('Les moins atteintes d’abord.', 'The least attained first.')
    },
    table: {
      columns: [
        { label: 'Code', kind: 'text', joins: 'code' },
        { label: s('Exigence', 'Requirement'), kind: 'text' },
        { label: s('Niveau', 'Level'), kind: 'count' },
        { label: s('Atteint', 'Attained'), kind: 'count' },
        { label: 'N', kind: 'count' },
        { label: s('Bloque seule', 'Blocks alone'), kind: 'count' },
        { label: s('Sans elle', 'Without it'), kind: 'count' }
      ],
      rows: own.map((one) => [
        ...[one.criterion, labelOf(one), one.level, one.attained],
        ...[one.applicable, one.blocksAlone, one.passingIfDropped]
      ])
    }
  };
}
