import type { CellLetter } from '#lib/charts/scalogram-cells.ts';
import type { ScalogramRows } from '#lib/charts/scalogram.ts';
import { auditCellWord, noRandomSample } from '#lib/i18n/audits.ts';
import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { colon, count, isSingular, say } from '#lib/i18n/wording.ts';
import type { AuditCell, GapCounts } from '#lib/maturity/declared-found.ts';
import type { AuditedProduct, AuditsData } from '../audits-data.ts';
import type { Figure } from '../figure.ts';

/** More products than that are no longer told apart. */
const mostColumns = 150;

const letters: Record<AuditCell, CellLetter> = {
  gap: 'M',
  confirmed: 'a',
  below: 'm',
  untested: 'u',
  none: '-'
};

/** The largest share of gaps first; products without an answer that counts last. */
function ranked(products: readonly AuditedProduct[]): AuditedProduct[] {
  return [...products].sort((a, b) => (b.rate ?? -1) - (a.rate ?? -1) || b.tested - a.tested);
}

function ofWords({ gaps, tested, rate }: GapCounts, locale: Locale): string {
  const [n, N] = [integer(gaps, locale), integer(tested, locale)];
  const share = rate === null ? '' : ` (${percent(rate, locale)})`;
  return say(locale, `${n} écarts sur ${N}`, `${n} gaps of ${N}`) + share;
}

function drawing(
  { found }: AuditsData,
  products: readonly AuditedProduct[],
  nameOf: (code: string) => string,
  locale: Locale
): ScalogramRows {
  const shown = products.slice(0, mostColumns);
  const used = new Set(shown.flatMap(({ cells }) => cells));
  const kinds = (Object.keys(letters) as AuditCell[]).filter((cell) => used.has(cell));
  return {
    rows: found.criteria.map((row, k) => {
      const label = nameOf(row.criterion);
      return {
        code: row.criterion,
        label,
        share: `${integer(row.gaps, locale)}/${integer(row.tested, locale)}`,
        title: `${row.criterion} ${label}${colon(locale)} ${ofWords(row, locale)}`,
        cells: shown.map(({ cells }) => letters[cells[k] ?? 'none']).join('')
      };
    }),
    columns: shown.map((row) => ({
      rate: row.rate ?? 0,
      title: `${row.product.product} (${row.product.vendor})${colon(locale)} ${ofWords(row, locale)}`
    })),
    columnHead: say(
      locale,
      'Produits audités ; en haut, leur part d’écarts',
      'Audited products; on top, their share of gaps'
    ),
    shareHead: say(locale, 'Écarts', 'Gaps'),
    key: kinds.map((cell) => ({ letter: letters[cell], text: auditCellWord(cell, locale) }))
  };
}

function title({ found }: AuditsData, locale: Locale): string {
  const { gaps, tested } = found.withGap;
  if (tested === 0) return say(locale, 'Aucun produit audité à comparer', 'No audited product to compare');
  const N = integer(tested, locale);
  if (gaps === 0)
    return say(
      locale,
      `Aucun écart sur ${count(tested, 'product', 'fr')} audités`,
      `No gap on ${count(tested, 'product', 'en')} audited`
    );
  return say(
    locale,
    `${count(gaps, 'product', 'fr')} sur ${N} audités ${isSingular(gaps, 'fr') ? 'a' : 'ont'} au moins un écart entre déclaré et constaté`,
    `${integer(gaps, 'en')} of ${N} audited products ${gaps === 1 ? 'has' : 'have'} at least one gap between declared and found`
  );
}

function caption({ found }: AuditsData, products: readonly AuditedProduct[], locale: Locale): string {
  const { low, high, tested } = found.withGap;
  const interval =
    tested === 0
      ? ''
      : say(
          locale,
          ` Intervalle à 95 % de cette part (Wilson) : ${percent(low, 'fr')} à ${percent(high, 'fr')}.`,
          ` 95% interval of that share (Wilson): ${percent(low, 'en')} to ${percent(high, 'en')}.`
        );
  const rest =
    products.length > mostColumns
      ? say(
          locale,
          ` Les ${mostColumns} premiers produits ; la table les a tous.`,
          ` The first ${mostColumns} products; the table has them all.`
        )
      : '';
  return (
    say(
      locale,
      `N = ${integer(tested, 'fr')} produits audités avec au moins un critère déclaré à la cible et testé.`,
      `N = ${integer(tested, 'en')} audited products with at least one criterion declared at target and tested.`
    ) +
    interval +
    ` ${noRandomSample(locale)}` +
    rest
  );
}

/** Every criterion that controls bear on against every audited product. */
export function auditMatrix(data: AuditsData, nameOf: (code: string) => string, locale: Locale): Figure {
  const products = ranked(data.products);
  const isEmpty = products.length === 0 || data.found.criteria.length === 0;
  const codes = (row: AuditedProduct) =>
    data.found.criteria.flatMap(({ criterion }, k) => (row.cells[k] === 'gap' ? [criterion] : []));
  return {
    id: 'audit-matrix',
    title: title(data, locale),
    subline: say(
      locale,
      'Une ligne par critère qu’un contrôle concerne, une colonne par produit audité',
      'One row a criterion that a control bears on, one column an audited product'
    ),
    caption: caption(data, products, locale),
    ...(isEmpty ? {} : { drawing: { chart: 'scalogram', rows: drawing(data, products, nameOf, locale) } }),
    table: {
      columns: [
        { label: say(locale, 'Produit', 'Product'), kind: 'text' },
        { label: say(locale, 'Éditeur', 'Vendor'), kind: 'text' },
        { label: say(locale, 'Écarts', 'Gaps'), kind: 'count' },
        { label: say(locale, 'Testés', 'Tested'), kind: 'count' },
        { label: say(locale, 'Part', 'Share'), kind: 'share' },
        { label: say(locale, 'Borne basse', 'Low'), kind: 'share' },
        { label: say(locale, 'Borne haute', 'High'), kind: 'share' },
        { label: say(locale, 'Critères en écart', 'Criteria with a gap'), kind: 'text' }
      ],
      rows: products.map((row) => [
        row.product.product,
        row.product.vendor,
        row.gaps,
        row.tested,
        row.rate,
        row.low,
        row.high,
        codes(row).join(', ')
      ])
    }
  };
}
