import type { OwnProduct, Seat } from '#lib/maturity/disclosure-audit/seat.ts';
import { corridorName } from '#lib/maturity/publication/cell.ts';
import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

/** Answers that one whole number holds, four bits each: 0 does not apply, 1 unanswered, from 2 on the level. */
const answersAWord = 16;

function words(criteria: number): number[] {
  return Array.from({ length: Math.ceil(criteria / answersAWord) }, (_, word) => word);
}

/** Every vendor's products in one text, sorted as a list, which takes half of what an aggregate in order does; vendors whose products are the same in corridor and answers know the same. */
function seatsSql(criteria: number): string {
  const word = (i: number) => `
      coalesce(bit_or(code << 4 * (position % ${answersAWord})) filter (position // ${answersAWord} = ${i}), 0::ubigint)`;
  return `
  , coded as (
    select response_id, position, if(applies, greatest(answer, 0) + 1, 0)::ubigint as code from cell_in_view
  ), told as (
    select response_id, concat_ws(' ', ${words(criteria).map(word).join()}) as answers from coded group by response_id
  )
  select distinct array_to_string(list_sort(list(concat_ws(' ', url_encode(corridor), answers))), ',') as products
  from product_in_view left join told on told.response_id = product_in_view.id
  group by vendor_key
  order by products`;
}

function levelsOf(words: readonly string[], criteria: number): Int8Array {
  const levels = new Int8Array(criteria);
  words.forEach((word, w) => {
    let rest = BigInt(word);
    for (let i = w * answersAWord; i < Math.min(criteria, (w + 1) * answersAWord); i++, rest >>= 4n)
      levels[i] = Number(rest & 15n) - 1;
  });
  return levels;
}

function productOf(text: string, criteria: number): OwnProduct {
  const [corridor = '', ...words] = text.split(' ');
  return { corridor: corridorName(decodeURIComponent(corridor)), levels: levelsOf(words, criteria) };
}

/**
 * What every vendor knows of its own products' answers to the campaign's questionnaire of so many criteria; once where
 * several know the same. Cost: a scan of the campaign's answers.
 */
export async function list(db: Db, view: View, criteria: number): Promise<Seat[]> {
  const rows = await ask<{ products: string }>(db, view, seatsSql(criteria));
  return rows.map(({ products }) => products.split(',').map((text) => productOf(text, criteria)));
}
