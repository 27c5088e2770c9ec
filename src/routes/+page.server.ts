import type { Span } from '#lib/components/figure-place.ts';
import type { Figure } from '#lib/reports/figure.ts';
import { overviewReport } from '#lib/reports/overview.ts';
import { askedByAddress } from './asked.ts';
import { placed } from './placed.ts';

export async function load(event) {
  const { locals, url } = event;
  const asked = await askedByAddress(locals.store, url);
  if (!asked) return {};
  const { figures, ...report } = await overviewReport(locals.store, asked, locals.locale);
  return { report: { ...report, figures: placed(event, figures, (figure) => spanOf(figure, figures)) } };
}

/** What usually stands beside another figure takes the width alone where that one is absent, or far from as high. */
function spanOf({ id }: Figure, figures: readonly Figure[]): Span {
  const find = (id: string) => figures.find((figure) => figure.id === id);
  if (id === 'bands') return find('band-change') ? 8 : 12;
  if (id === 'band-change') return 4;
  if (id === 'products' || id === 'criteria-all') return 12;
  const [corridors, themes] = [find('corridors'), find('themes')];
  if (id !== 'corridors' && id !== 'themes') return 6;
  return corridors && themes && areAlikeHigh(corridors, themes) ? 6 : 12;
}

/** Of corridors a row is nearly twice as high as of themes; so much blank below one of the two is no gap yet. */
function areAlikeHigh(corridors: Figure, themes: Figure): boolean {
  return Math.abs(56 * corridors.table.rows.length - 30.5 * themes.table.rows.length) < 250;
}
