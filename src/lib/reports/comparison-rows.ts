import type { Locale } from '#lib/i18n/locale.ts';
import { messages } from '#lib/i18n/messages.ts';
import { say } from '#lib/i18n/wording.ts';
import type { Consequences } from '#lib/maturity/consequences.ts';
import { demandsOf } from '#lib/maturity/demands.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';
import type { Requirement } from '#lib/maturity/requirements.ts';

/** A scenario under comparison. */
export interface Compared {
  /** A, B or C. */
  letter: string;
  name: string;
  requirements: readonly Requirement[];
  found: Consequences;
  /** The most products that some set of as many mandatory requirements admits; null where that is not known. */
  best: number | null;
}

/** One line of the comparison: a value a scenario, and by how much each of the others differs from the first. */
export interface ComparisonRow {
  label: string;
  values: (number | null)[];
  /** Of which the value is a part, where that is said: one a scenario. */
  of?: number[];
  differences: (number | null)[];
  decimals: 0 | 1;
  /** How the line stands in the table. */
  look: 'plain' | 'strong' | 'part';
  group: 'all' | 'corridors';
}

type Look = Partial<Pick<ComparisonRow, 'of' | 'decimals' | 'look' | 'group'>>;

function row(label: string, values: (number | null)[], look: Look = {}): ComparisonRow {
  const [first = null] = values;
  const differences = values
    .slice(1)
    .map((value) => (value === null || first === null ? null : value - first));
  return { label, values, differences, decimals: 0, look: 'plain', group: 'all', ...look };
}

function conditional(table: LevelTable, requirements: readonly Requirement[]): number {
  return demandsOf(table, requirements).mandatory.filter(({ isConditional }) => isConditional).length;
}

/** In the order of the panel of consequences; corridors last. */
export function comparisonRows(
  table: LevelTable,
  compared: readonly Compared[],
  locale: Locale
): ComparisonRow[] {
  const each = (value: (found: Consequences) => number) => compared.map(({ found }) => value(found));
  const part = { look: 'part' } as const;
  const [sure, two, three] = [1, 2, 3].map((k) => each(({ within }) => within[k] ?? 0));
  return [
    row(
      say(locale, 'Exigences obligatoires', 'Mandatory requirements'),
      each((c) => c.requirements.mandatory)
    ),
    row(
      say(locale, 'Exigences recommandées', 'Recommended requirements'),
      each((c) => c.requirements.recommended)
    ),
    row(
      say(locale, 'Fermeté', 'Firmness'),
      each((c) => c.firmness),
      { decimals: 1 }
    ),
    row(
      say(locale, 'dont exigences conditionnelles', 'with conditional requirements'),
      compared.map(({ requirements }) => conditional(table, requirements)),
      part
    ),
    row(
      say(locale, 'Produits, toutes respectées', 'Products that meet all'),
      each((c) => c.passing),
      {
        look: 'strong',
        of: each((c) => c.applicable)
      }
    ),
    row(
      say(locale, 'soit, en éditeurs', 'in vendors'),
      each((c) => c.vendors.passing),
      part
    ),
    row(say(locale, 'à un niveau près', 'within one level'), sure ?? [], part),
    row(say(locale, 'à deux niveaux près', 'within two levels'), two ?? [], part),
    row(say(locale, 'à trois niveaux près', 'within three levels'), three ?? [], part),
    row(
      say(locale, 'Niveaux manquants, au total', 'Missing levels in all'),
      each((c) => c.effort)
    ),
    ...bestRow(compared, locale),
    ...corridorRows(compared, locale)
  ];
}

/** How far each is from the most that as many requirements can admit. */
function bestRow(compared: readonly Compared[], locale: Locale): ComparisonRow[] {
  if (compared.every(({ best }) => best === null)) return [];
  const short = compared.map(({ best, found }) => (best === null ? null : best - found.admitted));
  return [row(say(locale, 'Écart au mieux possible', 'Short of the best possible'), short)];
}

function corridorRows(compared: readonly Compared[], locale: Locale): ComparisonRow[] {
  const names = [
    ...new Set(compared.flatMap(({ found }) => found.corridors.map(({ corridor }) => corridor)))
  ];
  const size = (name: string) =>
    Math.max(
      ...compared.map(({ found }) => found.corridors.find((c) => c.corridor === name)?.applicable ?? 0)
    );
  return names
    .sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1))
    .map((name) => {
      const own = compared.map(({ found }) => found.corridors.find((c) => c.corridor === name));
      return row(
        name || messages(locale).noCorridor,
        own.map((corridor) => corridor?.passing ?? 0),
        { of: own.map((corridor) => corridor?.applicable ?? 0), group: 'corridors' }
      );
    });
}
