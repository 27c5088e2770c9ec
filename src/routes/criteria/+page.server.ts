import { corridorReport, corridorSort } from '#lib/reports/criteria-by-corridor.ts';
import { criteriaReport, criteriaSorts, type CriteriaSort } from '#lib/reports/criteria.ts';
import { topBandReport } from '#lib/reports/top-band.ts';
import { askedByAddress } from '../asked.ts';

function readSort(url: URL, usual: CriteriaSort): CriteriaSort {
  const asked = url.searchParams.get('sort');
  return criteriaSorts.find((sort) => sort === asked) ?? usual;
}

export async function load({ locals: { store, locale }, url }) {
  const asked = await askedByAddress(store, url);
  const isByCorridor = url.searchParams.get('by') === 'corridor';
  const usual = isByCorridor ? corridorSort : 'theme';
  const sort = readSort(url, usual);
  const order = { sort, usual };
  if (!asked) return order;
  if (isByCorridor) {
    const { figures, ...byCorridor } = await corridorReport(store, asked, sort, locale);
    const words = figures.map(({ title, subline, caption }) => ({ title, subline, caption }));
    return { ...order, byCorridor, words: words[0] };
  }
  const { figures, ...report } = await criteriaReport(store, asked, sort, locale);
  const topBand = await topBandReport(store, asked, locale);
  return { ...order, report, figureIds: figures.map(({ id }) => id), topBand: topBand.figures };
}
