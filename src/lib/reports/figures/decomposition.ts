import type { DecompositionStep } from '#lib/charts/decomposition.ts';
import { decimal, roundHalfUp, signed } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, of, say } from '#lib/i18n/wording.ts';
import type { Decomposition } from '#lib/maturity/decomposition.ts';
import { countFlows, isAbsent, isBand } from '#lib/maturity/flows.ts';
import { roundedParts } from '#lib/maturity/rounded-parts.ts';
import { inSentence } from '../campaign-pair.ts';
import { isFinding, pValue, threshold } from '../chance.ts';
import type { EvolutionData } from '../evolution-data.ts';
import type { Figure } from '../figure.ts';

type PartName = 'progress' | 'entrants' | 'leavers' | 'questionnaire';
const partNames: PartName[] = ['progress', 'entrants', 'leavers', 'questionnaire'];

/** The parts in points, rounded to a tenth so that they add up to the rounded difference of the means. */
export function pointsOf(decomposition: Decomposition): Record<PartName, number> {
  const rounded = roundedParts(
    partNames.map((name) => decomposition[name] * 100),
    1
  );
  return Object.fromEntries(partNames.map((name, i) => [name, rounded[i] ?? 0])) as Record<PartName, number>;
}

/** `2,9 points`, `0,6 point`. */
export function points(value: number, locale: Locale): string {
  const amount = Math.abs(roundHalfUp(value, 1));
  const isOne = locale === 'fr' ? isSingular(amount, 'fr') : false;
  return `${decimal(amount, locale)}\u00a0${isOne ? 'point' : 'points'}`;
}

function head(total: number, locale: Locale): string {
  if (total === 0) return say(locale, 'Le taux moyen ne bouge pas', 'The mean rate does not move');
  const amount = points(total, locale);
  return total > 0
    ? say(locale, `Le taux moyen gagne ${amount}`, `The mean rate gains ${amount}`)
    : say(locale, `Le taux moyen perd ${amount}`, `The mean rate loses ${amount}`);
}

function panelClause(value: number, p: number | null, locale: Locale): string {
  if (value === 0) return say(locale, 'le panel ne bouge pas', 'the panel does not move');
  const amount = signed(value, locale);
  if (!isFinding(p))
    return say(
      locale,
      `le mouvement du panel (${amount}) ne dépasse pas celui du hasard`,
      `the panel’s movement (${amount}) is no more than chance would do`
    );
  return value > 0
    ? say(locale, `le panel progresse (${amount})`, `the panel progresses (${amount})`)
    : say(locale, `le panel recule (${amount})`, `the panel falls back (${amount})`);
}

const subjects: Record<Exclude<PartName, 'progress'>, { fr: [string, boolean]; en: [string, boolean] }> = {
  entrants: { fr: ['les entrées', true], en: ['entrants', true] },
  leavers: { fr: ['les sorties', true], en: ['leavers', true] },
  questionnaire: { fr: ['le questionnaire', false], en: ['the questionnaire', false] }
};

/** What the largest of the other parts does, where it is half a point or more. */
function otherClause(parts: Record<PartName, number>, total: number, locale: Locale): string {
  const names = ['entrants', 'leavers', 'questionnaire'] as const;
  const [name] = [...names].sort((a, b) => Math.abs(parts[b]) - Math.abs(parts[a]));
  if (!name || Math.abs(parts[name]) < 0.5) return '';
  const [fr, many] = subjects[name].fr;
  const [en] = subjects[name].en;
  const amount = signed(parts[name], locale);
  const rises = total > 0;
  if (total === 0)
    return say(
      locale,
      `, ${fr} ${many ? 'comptent' : 'compte'} pour ${amount}`,
      `, ${en} ${many ? 'count' : 'counts'} for ${amount}`
    );
  return parts[name] > 0 === rises
    ? say(
        locale,
        `, ${fr} ${many ? 'ajoutent' : 'ajoute'} à la ${rises ? 'hausse' : 'baisse'} (${amount})`,
        `, ${en} ${many ? 'add' : 'adds'} to the ${rises ? 'rise' : 'fall'} (${amount})`
      )
    : say(
        locale,
        `, ${fr} ${many ? 'freinent' : 'freine'} la ${rises ? 'hausse' : 'baisse'} (${amount})`,
        `, ${en} ${many ? 'slow' : 'slows'} the ${rises ? 'rise' : 'fall'} (${amount})`
      );
}

function totalOf(parts: Record<PartName, number>): number {
  return roundHalfUp(
    partNames.reduce((sum, name) => sum + parts[name], 0),
    1
  );
}

function title({ evolution: { decomposition, panel } }: EvolutionData, locale: Locale): string {
  if (!decomposition)
    return say(locale, 'Sans panel, rien ne se décompose', 'Without a panel there is nothing to take apart');
  const parts = pointsOf(decomposition);
  const total = totalOf(parts);
  const colon = say(locale, ' : ', ': ');
  return (
    head(total, locale) +
    colon +
    panelClause(parts.progress, panel.p, locale) +
    otherClause(parts, total, locale)
  );
}

function questionnaireNote({ evolution: { criteria, notCompared } }: EvolutionData, locale: Locale): string {
  const changed = criteria.filter(({ targetBefore, targetAfter }) => targetBefore !== targetAfter).length;
  const same = count(criteria.length, 'criterion', locale);
  if (changed + notCompared.length === 0)
    return say(locale, `${same}, mêmes cibles`, `${same}, same targets`);
  const targets =
    changed === 0
      ? []
      : [
          isSingular(changed, locale)
            ? say(locale, `${changed} cible changée`, `${changed} target changed`)
            : say(locale, `${changed} cibles changées`, `${changed} targets changed`)
        ];
  const apart =
    notCompared.length === 0
      ? []
      : [
          isSingular(notCompared.length, locale)
            ? say(
                locale,
                `${notCompared.length} critère non comparable`,
                `${notCompared.length} criterion not comparable`
              )
            : say(
                locale,
                `${notCompared.length} critères non comparables`,
                `${notCompared.length} criteria not comparable`
              )
        ];
  return [...targets, ...apart].join(', ');
}

/** Products that are in one campaign's mean and not in the panel; « new » or « gone » where that is why. */
function outside(n: number, alone: number, words: { fr: string; en: string }, locale: Locale): string {
  const why = n === alone ? words : { fr: 'hors du panel', en: 'outside the panel' };
  return say(locale, `${count(n, 'product', 'fr')} ${why.fr}`, `${count(n, 'product', 'en')} ${why.en}`);
}

function entered({ evolution: { after, panel, flows } }: EvolutionData, locale: Locale): string {
  const n = after.rated - panel.products;
  const alone = countFlows(flows, isAbsent, isBand);
  return outside(n, alone, { fr: isSingular(n, 'fr') ? 'entré' : 'entrés', en: 'entered' }, locale);
}

function left({ evolution: { before, panel, flows } }: EvolutionData, locale: Locale): string {
  const n = before.rated - panel.products;
  const alone = countFlows(flows, isBand, isAbsent);
  return outside(n, alone, { fr: isSingular(n, 'fr') ? 'sorti' : 'sortis', en: 'left' }, locale);
}

function stepsOf(data: EvolutionData, decomposition: Decomposition, locale: Locale): DecompositionStep[] {
  const { evolution, names } = data;
  const { before, after, panel } = evolution;
  const values = pointsOf(decomposition);
  const labels: Record<PartName, [name: string, note: string]> = {
    progress: [
      roundHalfUp(values.progress, 1) < 0
        ? say(locale, 'Recul du panel', 'Fall of the panel')
        : say(locale, 'Progrès du panel', 'Progress of the panel'),
      say(
        locale,
        `${count(panel.products, 'product', 'fr')} ${isSingular(panel.products, 'fr') ? 'suivi' : 'suivis'}`,
        `${count(panel.products, 'product', 'en')} followed`
      )
    ],
    entrants: [say(locale, 'Entrées', 'Entrants'), entered(data, locale)],
    leavers: [say(locale, 'Sorties', 'Leavers'), left(data, locale)],
    questionnaire: ['Questionnaire', questionnaireNote(data, locale)]
  };
  const total = (name: string, rated: number, at: number): DecompositionStep => ({
    kind: 'total',
    name: say(locale, `Taux moyen ${name}`, `Mean rate ${name}`),
    note: count(rated, 'product', locale),
    from: at,
    to: at,
    value: at * 100
  });
  let at = decomposition.before;
  const steps = partNames.map((part): DecompositionStep => {
    const from = at;
    at += decomposition[part];
    const [name, note] = labels[part];
    return { kind: 'part', name, note, from, to: at, value: values[part] };
  });
  return [
    total(names.before, before.rated, decomposition.before),
    ...steps,
    total(names.after, after.rated, decomposition.after)
  ];
}

function caption({ evolution: { panel }, names }: EvolutionData, locale: Locale): string {
  const test = panel.p === null ? '' : ` (${pValue(panel.p, locale)})`;
  const first = inSentence(names.before, locale);
  return say(
    locale,
    `Moyenne simple des taux des produits. Progrès : critères communs, cibles ${of(first)} ; un constat si le hasard en fait autant dans ${threshold('fr')} des cas au plus${test}. L'axe ne part pas de zéro : lire les longueurs. Losange vide : effet nul.`,
    `Plain mean of the products’ rates. Progress: criteria in common, targets of ${first}; a finding if chance does as much in ${threshold('en')} of cases at most${test}. The axis does not start at zero: read lengths. Hollow diamond: no effect.`
  );
}

/** The four parts of the change of the mean rate (definition 12). */
export function decompositionFigure(data: EvolutionData, locale: Locale): Figure {
  const { decomposition } = data.evolution;
  const steps = decomposition ? stepsOf(data, decomposition, locale) : [];
  return {
    id: 'decomposition',
    title: title(data, locale),
    subline: say(
      locale,
      "Quatre parts qui s'additionnent, en points de taux moyen",
      'Four parts that add up, in points of the mean rate'
    ),
    caption: caption(data, locale),
    drawing: steps.length === 0 ? undefined : { chart: 'decomposition', rows: steps },
    table: {
      columns: [
        { label: say(locale, 'Part', 'Part'), kind: 'text' },
        { label: say(locale, 'Produits', 'Products'), kind: 'text' },
        { label: say(locale, 'Taux moyen', 'Mean rate'), kind: 'share' },
        { label: 'Points', kind: 'points' }
      ],
      rows: steps.map(({ kind, name, note, from, to }) =>
        kind === 'total' ? [name, note, to, null] : [name, note, null, (to - from) * 100]
      )
    }
  };
}
