import { criteriaReport, criteriaSorts, type CriteriaSort } from '#lib/reports/criteria.ts';
import { askedByAddress } from '../asked.ts';

function readSort(url: URL): CriteriaSort {
  const asked = url.searchParams.get('sort');
  return criteriaSorts.find((sort) => sort === asked) ?? 'theme';
}

export async function load({ locals, url }) {
  const asked = await askedByAddress(locals.store, url);
  const sort = readSort(url);
  if (!asked) return { sort };
  const { figures, ...report } = await criteriaReport(locals.store, asked, sort, locals.locale);
  return { sort, report, figureIds: figures.map(({ id }) => id) };
}
