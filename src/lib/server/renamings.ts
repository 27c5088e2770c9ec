import { fold } from '#lib/i18n/fold.ts';
import type { RenamingRefusal } from '#lib/i18n/renamings.ts';
import { productId } from './product-id.ts';
import * as renamedResponses from './renamed-responses.ts';
import type { Name } from './resolved-names.ts';
import * as responses from './responses.ts';
import { all, first, type Db } from './sql.ts';

/** A merge or rename as the history lists it; dates in UTC. */
export interface Renaming {
  id: number;
  kind: 'merge' | 'rename' | 'vendor';
  /** The name that gave way; without product for a vendor's. */
  from: Name;
  /** The name that stands since. */
  to: Name;
  /** The product that both names go by now; null for a vendor's, and where no response is left. */
  productId: string | null;
  reason: string;
  by: string | null;
  at: string;
  retractedAt: string | null;
  retractedBy: string | null;
}

export type { RenamingRefusal };

interface Said {
  reason?: string;
  by?: string | undefined;
}

interface NewAct extends Said {
  kind: Renaming['kind'];
  fromKey: string;
  into: string | null;
  from: Name;
  to: Name;
}

/** The id under which a product is kept: its own, or that of the product into which it was merged. */
export async function keptId(db: Db, id: string): Promise<string> {
  const row = await first<{ id: string }>(db, 'select product_id as id from redirect where id = $id', { id });
  return row?.id ?? id;
}

/** The name that a vendor goes by since it was renamed; undefined where it was not. */
export async function keptVendor(db: Db, name: string): Promise<string | undefined> {
  const row = await first<{ vendor: string }>(
    db,
    `select vendor from renaming where kind = 'vendor' and retracted_at is null and from_key = $key
       and not exists (select 1 from response where vendor_key = $key)
     order by id desc limit 1`,
    { key: fold(name) }
  );
  return row?.vendor;
}

/** A product's latest name in any campaign, by its id or one that leads to it. */
async function find(db: Db, id: string): Promise<(Name & { id: string }) | undefined> {
  return first(
    db,
    `select product_id as id, arg_max(product, id) as product, arg_max(vendor, id) as vendor
     from response where product_id = $id group by product_id`,
    { id: await keptId(db, id.trim().toLowerCase()) }
  );
}

/**
 * Makes two products one, which goes by the name of `into` and by the older of their ids: wherever both have a response in
 * a campaign, the latest is in force.
 */
export async function merge(
  db: Db,
  from: string,
  into: string,
  said: Said = {}
): Promise<number | RenamingRefusal> {
  const [other, kept] = [await find(db, from), await find(db, into)];
  if (!other || !kept) return 'unknown_product';
  if (other.id === kept.id) return 'same_product';
  return create(db, { kind: 'merge', fromKey: other.id, into: kept.id, from: other, to: kept, ...said });
}

/** Gives a product another name; responses under that name, stored or to come, are then this product's. */
export async function rename(
  db: Db,
  id: string,
  { product, vendor }: Partial<Name>,
  said: Said = {}
): Promise<number | RenamingRefusal> {
  const own = await find(db, id);
  if (!own) return 'unknown_product';
  const to = { product: (product ?? own.product).trim(), vendor: (vendor ?? own.vendor).trim() };
  if (fold(to.product) === '' || fold(to.vendor) === '') return 'no_name';
  if (to.product === own.product && to.vendor === own.vendor) return 'no_change';
  if (await isTaken(db, own.id, to)) return 'taken';
  return create(db, { kind: 'rename', fromKey: own.id, into: null, from: own, to, ...said });
}

/** The product that goes by this name, or did. */
export function named(db: Db, { vendor, product }: Name): Promise<(Name & { id: string }) | undefined> {
  return find(db, productId(vendor, product));
}

/** Whether another product has this name, or had it: two products become one by a merge alone. */
async function isTaken(db: Db, id: string, name: Name): Promise<boolean> {
  const other = await named(db, name);
  return other !== undefined && other.id !== id;
}

/** Gives a vendor another name, on all its products; where the other has a product of one's name, both are one. */
export async function renameVendor(
  db: Db,
  name: string,
  to: string,
  said: Said = {}
): Promise<number | RenamingRefusal> {
  const own = await first<{ vendor: string | null }>(
    db,
    'select arg_max(vendor, id) as vendor from response where vendor_key = $key',
    { key: fold(name) }
  );
  if (!own?.vendor) return 'unknown_vendor';
  const vendor = to.trim();
  if (fold(vendor) === '') return 'no_name';
  if (vendor === own.vendor) return 'no_change';
  const from = { product: '', vendor: own.vendor };
  const act = { kind: 'vendor' as const, fromKey: fold(name), into: null, from, to: { product: '', vendor } };
  return create(db, { ...act, ...said });
}

async function create(db: Db, { kind, fromKey, into, from, to, reason = '', by }: NewAct): Promise<number> {
  const row = await first<{ id: number }>(
    db,
    `insert into renaming (id, kind, from_key, into_id, from_product, from_vendor, product, vendor, reason, author, made_at)
     values (nextval('renaming_id'), $kind, $from, $into, $fromProduct, $fromVendor, $product, $vendor, $reason, $author, $at)
     returning id`,
    {
      kind,
      from: fromKey,
      into,
      fromProduct: from.product,
      fromVendor: from.vendor,
      product: to.product,
      vendor: to.vendor,
      reason: reason.trim(),
      author: by ?? null,
      at: new Date().toISOString()
    }
  );
  if (!row) throw new Error('no id');
  await settle(db);
  return row.id;
}

/** Takes a merge or rename back: the names are what they were without it. False where none of this id is in force. */
export async function retract(db: Db, id: number, by?: string): Promise<boolean> {
  const row = await first<{ id: number }>(
    db,
    `update renaming set retracted_at = $at, retracted_by = $by where id = $id and retracted_at is null returning id`,
    { id, by: by ?? null, at: new Date().toISOString() }
  );
  if (row) await settle(db);
  return row !== undefined;
}

async function settle(db: Db): Promise<void> {
  await renamedResponses.apply(db);
  const campaigns = await all<{ id: number }>(db, 'select id from campaign');
  for (const { id } of campaigns) await responses.settle(db, id);
}

interface RenamingRow extends Omit<Renaming, 'from' | 'to'> {
  fromProduct: string;
  fromVendor: string;
  product: string;
  vendor: string;
}

const listSql = `
  select renaming.id, kind, from_product as "fromProduct", from_vendor as "fromVendor", product, vendor,
    case when kind <> 'vendor' then coalesce(redirect.product_id, from_key) end as "productId",
    reason, author as "by", made_at as "at", retracted_at as "retractedAt", retracted_by as "retractedBy"
  from renaming left join redirect on redirect.id = from_key
  order by renaming.id desc`;

/** All merges and renames, the latest first, those taken back among them. */
export async function list(db: Db): Promise<Renaming[]> {
  const rows = await all<RenamingRow>(db, listSql);
  return rows.map(({ fromProduct, fromVendor, product, vendor, ...row }) => ({
    ...row,
    from: { product: fromProduct, vendor: fromVendor },
    to: { product, vendor }
  }));
}
