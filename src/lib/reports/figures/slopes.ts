import type { Slope } from '#lib/charts/slopes.ts';
import { decimal, integer, percent, signed } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, quoted, say } from '#lib/i18n/wording.ts';
import type { CriterionChange } from '#lib/maturity/criterion-changes.ts';
import { isFinding, pValue, threshold } from '../chance.ts';
import { criterionLabels, type EvolutionData } from '../evolution-data.ts';
import type { Column, Figure } from '../figure.ts';
import type { Cell } from '../table.ts';

/** A change with what names it; shares from 0 to 1, both at the later target. */
export interface NamedChange extends CriterionChange {
  label: string;
  before: number;
  after: number;
  change: number;
  /** Whether chance would seldom do as much. */
  isFinding: boolean;
}

const mostNamed = 16;

/** Criteria that apply to somebody in both campaigns, the greatest rise first. */
export function changesOf({ evolution, questionnaire }: EvolutionData, locale: Locale): NamedChange[] {
  const label = criterionLabels(questionnaire, locale);
  return evolution.criteria
    .flatMap((criterion) => {
      const { applicable: N, change } = criterion;
      if (change === null) return [];
      const shares = { before: criterion.attainedBeforeAtLater / N, after: criterion.attainedAfter / N };
      const finding = isFinding(criterion.adjusted) && change !== 0;
      return [{ ...criterion, ...shares, change, label: label(criterion.code), isFinding: finding }];
    })
    .sort((a, b) => b.change - a.change || b.applicable - a.applicable);
}

/** The findings that have a label, and from how many points on where there are too many. */
export interface NamedLines {
  named: NamedChange[];
  /** Whole points; absent where all findings are named. */
  from?: number;
}

/** All findings; of more than 16 those of so many points or more. */
export function namedLines(changes: readonly NamedChange[]): NamedLines {
  const findings = changes.filter((change) => change.isFinding);
  if (findings.length <= mostNamed) return { named: findings };
  const size = ({ change }: NamedChange) => Math.abs(change * 100);
  const sizes = findings.map(size).sort((a, b) => b - a);
  const from = Math.floor(sizes[mostNamed] ?? 0) + 1;
  return { named: findings.filter((change) => size(change) >= from - 1e-9), from };
}

function rises(n: number, N: number, locale: Locale): string {
  const all = integer(N, locale);
  return say(
    locale,
    `${count(n, 'criterion', 'fr')} sur ${all} ${isSingular(n, 'fr') ? 'progresse' : 'progressent'}`,
    `${integer(n, 'en')} of ${count(N, 'criterion', 'en')} ${n === 1 ? 'rises' : 'rise'}`
  );
}

/** What the only criterion that falls does, by its name where that is short. */
function falls(fallen: NamedChange[], N: number, alone: boolean, locale: Locale): string {
  const [only] = fallen;
  if (fallen.length === 1 && only && only.label.length <= 50) {
    const amount = decimal(Math.abs(only.change * 100), locale);
    return say(
      locale,
      `${quoted(only.label, 'fr')} perd ${amount} ${Math.abs(only.change * 100) < 2 ? 'point' : 'points'}`,
      `${quoted(only.label, 'en')} loses ${amount} points`
    );
  }
  const n = fallen.length;
  const number = alone ? `${count(n, 'criterion', 'fr')} sur ${integer(N, 'fr')}` : integer(n, 'fr');
  const english = alone ? `${integer(n, 'en')} of ${count(N, 'criterion', 'en')}` : integer(n, 'en');
  return say(
    locale,
    `${number} ${isSingular(n, 'fr') ? 'recule' : 'reculent'}`,
    `${english} ${n === 1 ? 'falls' : 'fall'}`
  );
}

function title(changes: NamedChange[], locale: Locale): string {
  const N = changes.length;
  if (N === 0)
    return say(
      locale,
      'Aucun critère comparable d’une campagne à l’autre',
      'No criterion to compare from one campaign to the other'
    );
  const findings = changes.filter((change) => change.isFinding);
  const [up, down] = [
    findings.filter(({ change }) => change > 0),
    findings.filter(({ change }) => change < 0)
  ];
  if (findings.length === 0)
    return N === 1
      ? say(
          locale,
          'Le seul critère comparable ne bouge pas plus que le hasard ne le ferait',
          'The only comparable criterion moves no more than chance would make it'
        )
      : say(
          locale,
          `Aucun des ${N} critères ne bouge plus que le hasard ne le ferait`,
          `None of the ${N} criteria moves more than chance would make it`
        );
  const beyond = say(locale, ' plus que le hasard ne le ferait', ' more than chance would make it');
  if (up.length === 0)
    return (
      falls(down, N, true, locale) +
      say(locale, ', plus que le hasard ne le ferait', ', more than chance would make it')
    );
  const fallen = down.length === 0 ? '' : say(locale, ' ; ', '; ') + falls(down, N, false, locale);
  return rises(up.length, N, locale) + beyond + fallen;
}

function subline(changes: NamedChange[], { named, from }: NamedLines, locale: Locale): string {
  const what = say(
    locale,
    'Part du panel à la cible, par critère',
    'Share of the panel at target, by criterion'
  );
  if (named.length === 0) return what;
  const rule = say(
    locale,
    `. Nommés : écarts que le hasard ferait dans ${threshold('fr')} des cas au plus, corrigés pour ${count(changes.length, 'criterion', 'fr')}`,
    `. Named: differences that chance would make in ${threshold('en')} of cases at most, adjusted for ${count(changes.length, 'criterion', 'en')}`
  );
  if (from === undefined) return what + rule;
  return what + rule + say(locale, `, et d'au moins ${from} points`, `, and of at least ${from} points`);
}

function caption(data: EvolutionData, changes: NamedChange[], { from }: NamedLines, locale: Locale): string {
  const { evolution, names } = data;
  const harder = changes.some(({ targetBefore, targetAfter }) => targetBefore !== targetAfter);
  const targets = harder
    ? say(
        locale,
        ` Où la cible a changé, les deux parts sont prises à celle de ${names.after} ; le tableau donne aussi l'autre.`,
        ` Where the target changed, both shares are at that of ${names.after}; the table gives the other one too.`
      )
    : '';
  return (
    say(
      locale,
      `Panel de ${count(evolution.common, 'product', 'fr')} ; chaque critère sur les seuls produits concernés aux deux campagnes. Bleu et rond : hausse ; ocre et carré : baisse ; gris : ce que le hasard ferait aussi${from === undefined ? '' : `, ou moins de ${from} points`}. Test : permutation des signes entre éditeurs, corrigée par Benjamini et Hochberg. Écarts calculés avant arrondi.`,
      `Panel of ${count(evolution.common, 'product', 'en')}; each criterion over the products concerned in both campaigns. Blue and round: rise; ochre and square: fall; grey: what chance would do too${from === undefined ? '' : `, or under ${from} points`}. Test: sign-flip permutation over vendors, adjusted by Benjamini and Hochberg. Differences computed before rounding.`
    ) + targets
  );
}

function slopeOf(change: NamedChange, named: ReadonlySet<NamedChange>, locale: Locale): Slope {
  const { label, before, after, applicable, attainedBeforeAtLater, attainedAfter, adjusted, code } = change;
  const N = integer(applicable, locale);
  const counts = `${integer(attainedBeforeAtLater, locale)} → ${integer(attainedAfter, locale)} ${say(locale, 'sur', 'of')} ${N}`;
  const shares = `${percent(before, locale, 1)} → ${percent(after, locale, 1)}, ${signed(change.change * 100, locale)}`;
  const test = adjusted === null ? '' : ` (${pValue(adjusted, locale)})`;
  return {
    label,
    before,
    after,
    named: named.has(change),
    title: `${code} ${label}${say(locale, ' : ', ': ')}${counts}, ${shares}${test}`
  };
}

/** What the figure's table holds: the earlier campaign's own target beside the later one where any changed. */
function columnsOf(
  { names }: EvolutionData,
  locale: Locale
): [Column, (change: NamedChange) => Cell, onlyIfHarder?: true][] {
  const { before, after } = names;
  const at = say(locale, `cible ${after}`, `target ${after}`);
  return [
    [{ label: 'Code', kind: 'text', joins: 'code' }, ({ code }) => code],
    [{ label: say(locale, 'Critère', 'Criterion'), kind: 'text' }, ({ label }) => label],
    [
      { label: say(locale, `Cible ${before}`, `Target ${before}`), kind: 'count' },
      ({ targetBefore }) => targetBefore,
      true
    ],
    [
      { label: say(locale, `Cible ${after}`, `Target ${after}`), kind: 'count' },
      ({ targetAfter }) => targetAfter,
      true
    ],
    [{ label: 'N', kind: 'count' }, ({ applicable }) => applicable],
    [
      { label: say(locale, `n ${before}, sa cible`, `n ${before}, its target`), kind: 'count' },
      ({ attainedBefore }) => attainedBefore,
      true
    ],
    [{ label: `n ${before}, ${at}`, kind: 'count' }, ({ attainedBeforeAtLater }) => attainedBeforeAtLater],
    [{ label: `n ${after}, ${at}`, kind: 'count' }, ({ attainedAfter }) => attainedAfter],
    [{ label: say(locale, `Part ${before}`, `Share ${before}`), kind: 'share' }, (change) => change.before],
    [{ label: say(locale, `Part ${after}`, `Share ${after}`), kind: 'share' }, (change) => change.after],
    [{ label: 'Points', kind: 'points' }, ({ change }) => change * 100],
    [{ label: say(locale, 'p corrigée', 'adjusted p'), kind: 'probability' }, ({ adjusted }) => adjusted]
  ];
}

/** What a label holds; names too long for it are before and after. */
function keyOf(before: string, after: string, locale: Locale): string {
  const isShort = before.length + after.length <= 16;
  const [a, b] = isShort ? [before, after] : [say(locale, 'avant', 'before'), say(locale, 'après', 'after')];
  return say(locale, `points, critère, parts ${a} et ${b}`, `points, criterion, shares ${a} and ${b}`);
}

/** Each comparable criterion's share of the panel at target, before and after. */
export function slopesFigure(data: EvolutionData, locale: Locale): Figure {
  const changes = changesOf(data, locale);
  const lines = namedLines(changes);
  const named = new Set(lines.named);
  const isHarder = changes.some(({ targetBefore, targetAfter }) => targetBefore !== targetAfter);
  const columns = columnsOf(data, locale).filter(([, , onlyIfHarder]) => isHarder || !onlyIfHarder);
  const { before, after } = data.names;
  const rows = {
    lines: changes.map((change) => slopeOf(change, named, locale)),
    heads: [before, after] as [string, string],
    key: named.size === 0 ? '' : keyOf(before, after, locale)
  };
  return {
    id: 'slopes',
    title: title(changes, locale),
    subline: subline(changes, lines, locale),
    caption: caption(data, changes, lines, locale),
    drawing: changes.length === 0 ? undefined : { chart: 'slopes', rows },
    table: {
      columns: columns.map(([column]) => column),
      rows: changes.map((change) => columns.map(([, cell]) => cell(change)))
    }
  };
}
