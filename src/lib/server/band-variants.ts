import { BLANK } from '#lib/maturity/answer.ts';
import { bandVariants, type BandVariant, type CountedProducts } from '#lib/maturity/band-variants.ts';
import type { Filters } from '#lib/maturity/filters.ts';
import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

/** From the stored scores; only the blanks, which these don't count, are looked for among the answers. */
function countedSql({ unanswered }: Filters): string {
  return `
  select count(*)::int as products, attained::int as attained, answered::int as answered,
    unanswered::int as unanswered, blank::int as blank
  from (
    select attained, ${unanswered === 'exclude' ? 'applicable' : 'applicable - unanswered'} as answered, unanswered,
      coalesce(blank, 0) as blank
    from product_in_view
    left join (
      select response_id, count(*) as blank from cell_in_view where answer = $blank and not applies group by response_id
    ) blanks on response_id = product_in_view.id
  )
  group by all
  order by all`;
}

/** How the products in view would fall into bands if one setting were another; the view as it is comes first. */
export async function read(db: Db, view: View): Promise<BandVariant[]> {
  const products = await ask<CountedProducts>(db, view, countedSql(view.filters), { blank: BLANK });
  return bandVariants(products, view.filters);
}
