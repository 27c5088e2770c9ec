import { pairKey } from '#lib/i18n/near-names.ts';
import type { Name } from './resolved-names.ts';
import { all, first, run, type Db } from './sql.ts';

/*
 * Names that look alike and of which somebody said that they are two: they are no longer suggested as one. It changes no
 * figure. A name is compared folded, so one that comes later by a rename is asked about again.
 */

/** Two products, or two vendors where their products' names are blank; dates in UTC. */
export interface DistinctNames {
  id: number;
  names: [Name, Name];
  by: string | null;
  at: string;
  retractedAt: string | null;
}

interface Row extends Omit<DistinctNames, 'names'> {
  oneVendor: string;
  oneProduct: string;
  otherVendor: string;
  otherProduct: string;
}

/** All that was ever said, the latest first, what was taken back among it. */
export async function list(db: Db): Promise<DistinctNames[]> {
  const rows = await all<Row>(
    db,
    `select id, one_vendor as "oneVendor", one_product as "oneProduct", other_vendor as "otherVendor",
       other_product as "otherProduct", author as "by", made_at as "at", retracted_at as "retractedAt"
     from distinct_names order by id desc`
  );
  return rows.map(({ oneVendor, oneProduct, otherVendor, otherProduct, ...row }) => ({
    ...row,
    names: [
      { vendor: oneVendor, product: oneProduct },
      { vendor: otherVendor, product: otherProduct }
    ]
  }));
}

/** The pairs in force, by `pairKey`. */
export async function inForce(db: Db): Promise<Set<string>> {
  const said = await list(db);
  return new Set(
    said
      .filter(({ retractedAt }) => retractedAt === null)
      .map(({ names: [one, other] }) => pairKey(one, other))
  );
}

/** Keeps that these are two; once is enough. False, and nothing kept, where both are one name. */
export async function create(db: Db, one: Name, other: Name, by?: string): Promise<boolean> {
  if (pairKey(one, one) === pairKey(other, other)) return false;
  if ((await inForce(db)).has(pairKey(one, other))) return true;
  await run(
    db,
    `insert into distinct_names (id, one_vendor, one_product, other_vendor, other_product, author, made_at)
     values (nextval('distinct_names_id'), $oneVendor, $oneProduct, $otherVendor, $otherProduct, $by, $at)`,
    {
      oneVendor: one.vendor,
      oneProduct: one.product,
      otherVendor: other.vendor,
      otherProduct: other.product,
      by: by ?? null,
      at: new Date().toISOString()
    }
  );
  return true;
}

/** Takes it back: the pair is suggested again. False where none of this id is in force. */
export async function retract(db: Db, id: number, by?: string): Promise<boolean> {
  const row = await first(
    db,
    `update distinct_names set retracted_at = $at, retracted_by = $by where id = $id and retracted_at is null returning id`,
    { id, by: by ?? null, at: new Date().toISOString() }
  );
  return row !== undefined;
}
