import type { Span } from '#lib/components/figure-place.ts';
import { overviewReport } from '#lib/reports/overview.ts';
import { askedByAddress } from './asked.ts';
import { placed } from './placed.ts';

export async function load(event) {
  const { locals, url } = event;
  const asked = await askedByAddress(locals.store, url);
  if (!asked) return {};
  const { figures, ...report } = await overviewReport(locals.store, asked, locals.locale);
  const ids = figures.map(({ id }) => id);
  return { report: { ...report, figures: placed(event, figures, ({ id }) => spanOf(id, ids)) } };
}

/** What usually stands beside another figure takes the width alone where that one is absent. */
function spanOf(id: string, ids: string[]): Span {
  if (id === 'bands') return ids.includes('band-change') ? 8 : 12;
  if (id === 'band-change') return 4;
  if (id === 'products' || id === 'criteria-all') return 12;
  return id === 'themes' && !ids.includes('corridors') ? 12 : 6;
}
