import type { Span } from '#lib/components/figure-place.ts';
import { analysisPage } from '#lib/reports/analysis.ts';
import type { Figure } from '#lib/reports/figure.ts';
import { askedByAddress } from '../asked.ts';
import { placed } from '../placed.ts';

export async function load(event) {
  const { locals, url } = event;
  const asked = await askedByAddress(locals.store, url);
  if (!asked) return {};
  const report = await analysisPage(locals.store, asked, locals.locale);
  return { report: { ...report, figures: placed(event, report.figures, spansIn(report.figures)) } };
}

const pairedTables = ['unused-levels', 'unexpected-products'];

/** Beside an empty table a long one would leave a hole. */
function spansIn(figures: Figure[]): (figure: Figure) => Span {
  const isTableless = figures.some(({ id, table }) => pairedTables.includes(id) && table.rows.length === 0);
  const spans: Record<string, Span> = {
    scalogram: 12,
    reproducibility: 5,
    ladder: 7,
    staging: 12,
    'unused-levels': isTableless ? 12 : 5,
    'unexpected-products': isTableless ? 12 : 7
  };
  return ({ id }) => spans[id] ?? 6;
}
