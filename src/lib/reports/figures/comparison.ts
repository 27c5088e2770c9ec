import { inWords, colon, count, counted, say } from '#lib/i18n/wording.ts';
import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';
import { criterionKey } from '#lib/maturity/questionnaire.ts';
import type { Requirement } from '#lib/maturity/requirements.ts';
import { comparisonRows, type Compared, type ComparisonRow } from '../comparison-rows.ts';
import type { Figure, FigureTable } from '../figure.ts';
import { requirements } from '../frontier-data.ts';

/** The figure, with its lines as the page's table shows them. */
export interface ComparisonFigure extends Figure {
  rows: ComparisonRow[];
  heads: { letter: string; name: string }[];
}

function productsWords(difference: number, locale: Locale): string {
  const n = count(Math.abs(difference), 'product', locale);
  if (difference === 0) return say(locale, 'autant de produits', 'as many products');
  return difference > 0
    ? say(locale, `${n} de plus`, `${n} more`)
    : say(locale, `${n} de moins`, `${n} fewer`);
}

function requirementsWords(difference: number, locale: Locale): string {
  if (difference === 0) return say(locale, 'autant d’exigences', 'as many requirements');
  const n = requirements(Math.abs(difference), locale);
  return difference > 0
    ? say(locale, `${n} de plus`, `${n} more`)
    : say(locale, `${n} de moins`, `${n} fewer`);
}

function title([first, ...others]: readonly Compared[], locale: Locale): string {
  if (!first || others.length === 0) return say(locale, 'Rien à comparer', 'Nothing to compare');
  const parts = others.map(({ letter, found }) => {
    const products = productsWords(found.passing - first.found.passing, locale);
    const size = found.requirements.mandatory - first.found.requirements.mandatory;
    return `${letter}${colon(locale)} ${products}, ${requirementsWords(size, locale)}`;
  });
  return say(locale, `Scénario ${parts.join(' ; ')}`, `Scenario ${parts.join('; ')}`);
}

function mandatory(lines: readonly Requirement[]): Map<string, Requirement> {
  return new Map(
    lines.flatMap((line) =>
      line.criterion !== null && line.status === 'mandatory'
        ? [[criterionKey(line.criterion), line] as const]
        : []
    )
  );
}

function unknownBest(compared: readonly Compared[]): boolean {
  return compared.some(({ best }) => best === null) && compared.some(({ best }) => best !== null);
}

const mostNamed = 5;

function named(codes: string[], locale: Locale): string {
  if (codes.length <= mostNamed) return codes.join(', ');
  const [first, more] = [codes.slice(0, mostNamed).join(', '), codes.length - mostNamed];
  return say(
    locale,
    `${first} et ${counted(more, ['autre', 'autres'], 'fr')}`,
    `${first} and ${counted(more, ['other', 'others'], 'en')}`
  );
}

/** What the mandatory requirements of another scenario have more, have not, and have at another level. */
function difference(first: Compared, { letter, requirements: lines }: Compared, locale: Locale): string {
  const [own, others] = [mandatory(first.requirements), mandatory(lines)];
  const code = (line: Requirement) => line.criterion ?? '';
  const added = [...others].filter(([key]) => !own.has(key)).map(([, line]) => code(line));
  const left = [...own].filter(([key]) => !others.has(key)).map(([, line]) => code(line));
  const moved = [...others].filter(([key, line]) => own.has(key) && own.get(key)?.level !== line.level);
  const parts = [
    ...(added.length > 0
      ? [say(locale, `impose en plus ${named(added, 'fr')}`, `also requires ${named(added, 'en')}`)]
      : []),
    ...(left.length > 0
      ? [say(locale, `n'impose pas ${named(left, 'fr')}`, `doesn’t require ${named(left, 'en')}`)]
      : []),
    ...(moved.length > 0
      ? [
          say(
            locale,
            `exige un autre niveau de ${named(
              moved.map(([, line]) => code(line)),
              'fr'
            )}`,
            `requires another level of ${named(
              moved.map(([, line]) => code(line)),
              'en'
            )}`
          )
        ]
      : [])
  ];
  return parts.length === 0
    ? say(locale, `${letter} impose la même chose.`, `${letter} requires the same.`)
    : `${letter} ${parts.join(say(locale, ' ; ', '; '))}.`;
}

function tableOf(rows: readonly ComparisonRow[], compared: readonly Compared[], locale: Locale): FigureTable {
  const [first, ...others] = compared;
  return {
    columns: [
      { label: say(locale, 'Mesure', 'Measure'), kind: 'text' },
      ...compared.map(({ letter, name }) => ({ label: `${letter} – ${name}`, kind: 'count' as const })),
      ...others.map(({ letter }) => ({ label: `${letter} − ${first?.letter ?? ''}`, kind: 'count' as const }))
    ],
    rows: rows.map(({ label, of, values, differences }) => [
      of ? `${label}${say(locale, ', sur ', ', of ')}${[...new Set(of)].join(' / ')}` : label,
      ...values,
      ...differences
    ])
  };
}

/** Two or three scenarios side by side, each but the first with its differences. */
export function comparisonFigure(
  table: LevelTable,
  compared: readonly Compared[],
  locale: Locale
): ComparisonFigure {
  const rows = comparisonRows(table, compared, locale);
  const [first, ...others] = compared;
  const n = inWords(compared.length, locale);
  return {
    id: 'comparison',
    title: title(compared, locale),
    subline: first ? others.map((other) => difference(first, other, locale)).join(' ') : '',
    caption: say(
      locale,
      `Les ${n} scénarios sont comptés sur les mêmes produits, N = ${integer(table.products.length, 'fr')}. Écart positif : plus que ${first?.letter ?? ''}. Moins de niveaux manquants : moins d'effort. Fermeté : chaque exigence compte pour son poids et pour la part des produits à qui elle s'applique. Par couloir : produits qui respectent tout, sur produits concernés.${unknownBest(compared) ? ' Tiret : le mieux possible n’est cherché que parmi les critères et les niveaux de la courbe.' : ''}`,
      `The ${n} scenarios are counted on the same products, N = ${integer(table.products.length, 'en')}. Positive difference: more than ${first?.letter ?? ''}. Fewer missing levels: less effort. Firmness: each requirement counts for its weight and for the share of products to which it applies. By corridor: products that meet all, of products concerned.${unknownBest(compared) ? ' Dash: the best possible is looked for among the criteria and levels of the curve only.' : ''}`
    ),
    table: tableOf(rows, compared, locale),
    rows,
    heads: compared.map(({ letter, name }) => ({ letter, name }))
  };
}
