import { firstWords, sinceWords } from '#lib/i18n/publication-difference.ts';
import { changedCellsFigure } from '#lib/reports/changed-cells-table.ts';
import type { Published } from '#lib/reports/protected-tables.ts';
import type { Store } from '#lib/server/store.ts';
import { checkedPublication } from './checked-publication.ts';
import { done, type Request, type Result } from './command.ts';
import { differenceFromLast } from './publication-difference.ts';

/**
 * What publishing would tell otherwise than the campaign's last publication did, one line a count; stores nothing. Throws
 * PublicationRefused where it would be refused.
 */
export async function triedPublication(store: Store, { locale }: Request, asked: Published): Promise<Result> {
  const { tables, log } = await checkedPublication(store, asked, locale);
  const { code } = asked.campaign;
  const difference = await differenceFromLast(store, code, tables.cells);
  const cells = difference?.cells ?? [];
  const json = {
    campaign: code,
    withheld: log.length,
    last: difference?.fingerprint ?? null,
    differences: cells.map(({ cell, ...change }) => ({ ...cell, ...change }))
  };
  const lines = changedCellsFigure(cells, locale).rows.map((row) => `${row.join('\t')}\n`);
  return done(json, lines.join(''), [difference ? sinceWords(difference, locale) : firstWords(locale)]);
}
