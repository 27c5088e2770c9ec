import { integer, percent, roundHalfUp, signed } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, quoted, say } from '#lib/i18n/wording.ts';
import type { Obstacle } from '#lib/maturity/comparability.ts';
import { smallPanel, type Evolution } from '#lib/maturity/evolution.ts';
import type { AskedPair } from '#lib/server/asked-pair.ts';
import { cached } from '#lib/server/cache.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import type { Store } from '#lib/server/store.ts';
import { inSentence, type PairNames } from './campaign-pair.ts';
import { isFinding } from './chance.ts';
import { criterionLabels, evolutionData, type EvolutionData } from './evolution-data.ts';
import type { Figure } from './figure.ts';
import { bandFlowFigure } from './figures/band-flow.ts';
import {
  crossTable,
  crossTableFigure,
  keyFacts,
  type CrossTable,
  type KeyFacts
} from './figures/cross-table.ts';
import { decompositionFigure, points } from './figures/decomposition.ts';
import { changesOf, namedLines, slopesFigure, type NamedChange } from './figures/slopes.ts';

/** The page's words and figures in one language. */
export interface EvolutionReport {
  eyebrow: string;
  headline: string;
  /** Sentences in pieces, every second one stressed. */
  lede: string[];
  warnings: string[];
  /** How the two campaigns are called. */
  names: PairNames;
  panel: number;
  /** Whether neither campaign has a product in view. */
  isEmpty: boolean;
  figures: Figure[];
  cross: CrossTable;
  facts: KeyFacts;
  /** Those with a label in the drawing of slopes: a phone's table. */
  named: NamedChange[];
  notCompared: { code: string; label: string; reason: string }[];
  /** The earlier campaign, for what files say of themselves. */
  since?: Campaign;
}

function moved({ moves }: Evolution, locale: Locale): string {
  const n = { up: integer(moves.up, locale), down: integer(moves.down, locale) };
  const up = say(
    locale,
    `${count(moves.up, 'product', 'fr')} ${isSingular(moves.up, 'fr') ? 'monte' : 'montent'} de tranche`,
    `${count(moves.up, 'product', 'en')} ${moves.up === 1 ? 'moves' : 'move'} up a band`
  );
  const down = say(
    locale,
    `${count(moves.down, 'product', 'fr')} ${isSingular(moves.down, 'fr') ? 'descend' : 'descendent'} de tranche`,
    `${count(moves.down, 'product', 'en')} ${moves.down === 1 ? 'moves' : 'move'} down a band`
  );
  if (moves.up + moves.down === 0)
    return say(locale, 'Aucun produit suivi ne change de tranche', 'No product followed changes band');
  if (moves.down === 0) return up + say(locale, ', aucun ne descend', ', none down');
  if (moves.up === 0) return down + say(locale, ', aucun ne monte', ', none up');
  return (
    up +
    say(
      locale,
      ` et ${n.down} ${isSingular(moves.down, 'fr') ? 'descend' : 'descendent'}`,
      ` and ${n.down} down`
    )
  );
}

/** What the panel's mean rate did, as a finding only where chance would seldom do as much. */
function progressed({ panel }: Evolution, locale: Locale): string {
  const value = (panel.progress ?? 0) * 100;
  const semicolon = say(locale, ' ; ', '; ');
  if (roundHalfUp(value, 1) === 0)
    return (
      semicolon +
      say(
        locale,
        'le taux moyen déclaré du panel ne bouge pas',
        'the panel’s declared mean rate does not move'
      )
    );
  const amount = points(value, locale);
  if (!isFinding(panel.p))
    return (
      semicolon +
      (value > 0
        ? say(
            locale,
            `le gain moyen déclaré, ${amount}, ne dépasse pas celui du hasard`,
            `the declared mean gain, ${amount}, is no more than chance would do`
          )
        : say(
            locale,
            `la perte moyenne déclarée, ${amount}, ne dépasse pas celle du hasard`,
            `the declared mean loss, ${amount}, is no more than chance would do`
          ))
    );
  return (
    semicolon +
    (value > 0
      ? say(
          locale,
          `le taux moyen déclaré du panel gagne ${amount}`,
          `the panel’s declared mean rate gains ${amount}`
        )
      : say(
          locale,
          `le taux moyen déclaré du panel perd ${amount}`,
          `the panel’s declared mean rate loses ${amount}`
        ))
  );
}

export function headline(evolution: Evolution, locale: Locale): string {
  const { before, after, common, moves, panel } = evolution;
  if (before.products + after.products === 0)
    return say(locale, 'Aucun produit pour ce filtre', 'No product for this filter');
  if (common === 0)
    return say(
      locale,
      'Aucun produit en commun entre ces deux campagnes',
      'No product in common between these two campaigns'
    );
  if (moves.up + moves.same + moves.down === 0)
    return say(
      locale,
      'Aucun produit n’a de taux aux deux campagnes',
      'No product has a rate in both campaigns'
    );
  if (panel.products === 0)
    return (
      moved(evolution, locale) +
      say(locale, ' ; aucun critère n’est comparable', '; no criterion can be compared')
    );
  return moved(evolution, locale) + progressed(evolution, locale);
}

function lede({ evolution, names }: EvolutionData, locale: Locale): string[] {
  const { panel, before, after, moves } = evolution;
  if (panel.products === 0 || before.mean === null || after.mean === null) return [];
  const [first, second] = [inSentence(names.before, locale), inSentence(names.after, locale)];
  return [
    say(locale, 'Le panel : ', 'The panel: '),
    say(
      locale,
      `${count(panel.products, 'product', 'fr')} de ${count(panel.vendors, 'vendor', 'fr')}`,
      `${count(panel.products, 'product', 'en')} of ${count(panel.vendors, 'vendor', 'en')}`
    ),
    say(
      locale,
      `, suivis de ${first} à ${second} sur les mêmes critères, aux cibles de ${first}. Chaque campagne à ses propres cibles, ${integer(moves.same, 'fr')} ${isSingular(moves.same, 'fr') ? 'reste' : 'restent'} dans la même tranche, et le taux moyen de toutes les réponses passe de ${percent(before.mean, 'fr', 1)} (${count(before.rated, 'product', 'fr')}) à ${percent(after.mean, 'fr', 1)} (${integer(after.rated, 'fr')}).`,
      `, followed from ${first} to ${second} on the same criteria, at the targets of ${first}. Each campaign at its own targets, ${integer(moves.same, 'en')} ${moves.same === 1 ? 'stays' : 'stay'} in the same band, and the mean rate of all answers goes from ${percent(before.mean, 'en', 1)} (${count(before.rated, 'product', 'en')}) to ${percent(after.mean, 'en', 1)} (${integer(after.rated, 'en')}).`
    )
  ];
}

function warnings({ panel, decisiveVendor }: Evolution, locale: Locale): string[] {
  const isSmall =
    panel.products > 0 && (panel.products < smallPanel.products || panel.vendors < smallPanel.vendors);
  const small = say(
    locale,
    `Panel réduit, ${count(panel.products, 'product', 'fr')} de ${count(panel.vendors, 'vendor', 'fr')} : quelques réponses suffisent à faire bouger ces chiffres.`,
    `Small panel, ${count(panel.products, 'product', 'en')} of ${count(panel.vendors, 'vendor', 'en')}: a few answers are enough to move these figures.`
  );
  const moves = roundHalfUp((panel.progress ?? 0) * 100, 1) !== 0;
  if (!decisiveVendor || !moves) return isSmall ? [small] : [];
  const { vendor, without } = decisiveVendor;
  const [all, rest] = [signed((panel.progress ?? 0) * 100, locale), signed(without * 100, locale)];
  const one = say(
    locale,
    `Sans ${quoted(vendor, 'fr')}, le mouvement du panel passerait de ${all} à ${rest} : il tient pour l'essentiel à un seul éditeur.`,
    `Without ${quoted(vendor, 'en')} the panel’s movement would go from ${all} to ${rest}: most of it rests on one vendor.`
  );
  return isSmall ? [small, one] : [one];
}

function reasons(locale: Locale, { names }: EvolutionData): Record<Obstacle, string> {
  const [first, second] = [inSentence(names.before, locale), inSentence(names.after, locale)];
  return {
    only_before: say(locale, `seulement dans ${first}`, `only in ${first}`),
    only_after: say(locale, `seulement dans ${second}`, `only in ${second}`),
    out_of_view: say(
      locale,
      "hors du filtre dans l'autre campagne",
      'outside the filter in the other campaign'
    ),
    level_count: say(locale, 'nombre de niveaux différent', 'a different number of levels'),
    level_labels: say(locale, 'niveaux formulés autrement', 'levels worded otherwise')
  };
}

/** The page in a language, from its numbers alone. */
export function writeEvolution(data: EvolutionData, locale: Locale): EvolutionReport {
  const { evolution, names, questionnaire } = data;
  const [first, second] = [inSentence(names.before, locale), inSentence(names.after, locale)];
  const label = criterionLabels(questionnaire, locale);
  const reason = reasons(locale, data);
  return {
    eyebrow: say(locale, `Évolution, de ${first} à ${second}`, `Evolution, from ${first} to ${second}`),
    headline: headline(evolution, locale),
    lede: lede(data, locale),
    warnings: warnings(evolution, locale),
    names,
    panel: evolution.panel.products,
    isEmpty: evolution.before.products + evolution.after.products === 0,
    figures: [
      bandFlowFigure(data, locale),
      crossTableFigure(data, locale),
      decompositionFigure(data, locale),
      slopesFigure(data, locale)
    ],
    cross: crossTable(data, locale),
    facts: keyFacts(data, locale),
    named: namedLines(changesOf(data, locale)).named,
    notCompared: evolution.notCompared.map(({ code, obstacle }) => ({
      code,
      label: label(code),
      reason: reason[obstacle]
    }))
  };
}

/** What changed between the two campaigns asked for; undefined where there is none to compare with. Cached. */
export function evolutionReport(
  store: Store,
  pair: AskedPair,
  locale: Locale
): Promise<EvolutionReport | undefined> {
  return cached(store, `evolution report internal ${locale} ${pair.key}`, async () => {
    const data = await evolutionData(store, pair);
    return data && { ...writeEvolution(data, locale), since: pair.from?.campaign };
  });
}
