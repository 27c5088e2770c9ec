import { fold } from '#lib/i18n/fold.ts';
import { productId } from './product-id.ts';
import {
  asDeclared,
  resolveNames,
  type DeclaredName,
  type Name,
  type NamingAct,
  type ResolvedNames
} from './resolved-names.ts';
import { all, first, run, type Db } from './sql.ts';

/*
 * A response of a product that was merged or renamed has, in its own table, the id and name of the product that it is,
 * and `declared_name` keeps those that it came with: so every figure, present and to come, counts the product once, at no
 * cost. Both follow from the acts and the declared names alone, and are made anew after each act and each import.
 */

interface ActRow {
  kind: NamingAct['kind'];
  from: string;
  into: string | null;
  product: string | null;
  vendor: string | null;
}

function actOf({ kind, from, into, product, vendor }: ActRow): NamingAct {
  if (kind === 'merge') return { kind, from, into: into ?? '' };
  if (kind === 'vendor') return { kind, from, vendor: vendor ?? '' };
  return { kind, from, product: product ?? '', vendor: vendor ?? '' };
}

async function actsInForce(db: Db): Promise<NamingAct[]> {
  const rows = await all<ActRow>(
    db,
    `select kind, from_key as "from", into_id as "into", product, vendor
     from renaming where retracted_at is null order by id`
  );
  return rows.map(actOf);
}

const namesSql = `
  with declared as (
    select response.id as response_id, coalesce(own.product_id, response.product_id) as id,
      coalesce(own.product, response.product) as product, coalesce(own.vendor, response.vendor) as vendor,
      coalesce(own.vendor_key, response.vendor_key) as vendor_key
    from response left join declared_name own on own.response_id = response.id
  )
  select id, arg_max(product, response_id) as product, arg_max(vendor, response_id) as vendor,
    min(response_id)::int as since
  from declared
  where list_contains($ids, id) or list_contains($vendors, vendor_key)
  group by id`;

/** Whether any name is merged or renamed at present. */
export async function areSome(db: Db): Promise<boolean> {
  return (await actsInForce(db)).length > 0;
}

/** The declared names that acts may reach, in their latest spelling. */
function namesWithin(db: Db, acts: NamingAct[]): Promise<DeclaredName[]> {
  const ids = acts.flatMap((act) => {
    if (act.kind === 'merge') return [act.from, act.into];
    return act.kind === 'rename' ? [act.from, productId(act.vendor, act.product)] : [];
  });
  const vendors = acts.flatMap((act) => (act.kind === 'vendor' ? [act.from, fold(act.vendor)] : []));
  return all<DeclaredName>(db, namesSql, { ids, vendors });
}

/** Which products those of a file are, as far as somebody merged or renamed them. */
export async function resolve(db: Db, names: readonly Name[]): Promise<ResolvedNames> {
  const acts = await actsInForce(db);
  if (acts.length === 0) return asDeclared;
  const stored = await namesWithin(db, acts);
  const known = new Set(stored.map(({ id }) => id));
  const incoming = new Map(names.map((name) => [productId(name.vendor, name.product), name]));
  const fresh = [...incoming].filter(([id]) => !known.has(id));
  const added = fresh.map(([id, name], i) => ({
    ...name,
    id,
    since: Number.MAX_SAFE_INTEGER - fresh.length + i
  }));
  return resolveNames(acts, [...stored, ...added]);
}

/** Makes ids and names of all responses what the acts in force say; `responses.settle` then says which count. */
export async function apply(db: Db): Promise<void> {
  await takeBack(db);
  const acts = await actsInForce(db);
  if (acts.length === 0) return;
  const found = resolveNames(acts, await namesWithin(db, acts));
  if (found.size > 0) await write(db, found);
}

async function takeBack(db: Db): Promise<void> {
  const renamed = await first(db, 'select 1 from declared_name limit 1');
  if (renamed)
    await run(
      db,
      `update response set product_id = own.product_id, product = own.product, vendor = own.vendor,
         vendor_key = own.vendor_key, search_text = own.search_text
       from declared_name own where own.response_id = response.id`
    );
  await run(db, 'delete from declared_name');
  await run(db, 'delete from redirect');
}

async function write(db: Db, found: ResolvedNames): Promise<void> {
  const ids = [...found.keys()];
  const names = [...found.values()];
  await run(
    db,
    `insert into declared_name
     select id, product_id, product, vendor, vendor_key, search_text from response where list_contains($ids, product_id)`,
    { ids }
  );
  await run(
    db,
    `update response set product_id = told.kept, product = told.product, vendor = told.vendor,
       vendor_key = told.vendor_key, search_text = told.search_text
     from (
       select unnest($ids) as id, unnest($kept) as kept, unnest($products) as product, unnest($vendors) as vendor,
         unnest($keys) as vendor_key, unnest($texts) as search_text
     ) told
     where response.product_id = told.id`,
    {
      ids,
      kept: names.map(({ id }) => id),
      products: names.map(({ product }) => product),
      vendors: names.map(({ vendor }) => vendor),
      keys: names.map(({ vendor }) => fold(vendor)),
      texts: names.map(({ vendor, product }) => `${fold(product)}\n${fold(vendor)}`)
    }
  );
  await redirect(db, found);
}

/** From every other id of a product, that of the name it is shown under included, to the one that is kept. */
async function redirect(db: Db, found: ResolvedNames): Promise<void> {
  const kept = new Map([...found].map(([id, name]) => [id, name.id]));
  for (const { id, vendor, product } of found.values()) kept.set(productId(vendor, product), id);
  const others = [...kept].filter(([id, product]) => id !== product);
  if (others.length === 0) return;
  await run(db, 'insert into redirect select unnest($ids), unnest($products)', {
    ids: others.map(([id]) => id),
    products: others.map(([, product]) => product)
  });
}
