import { randomBytes } from 'node:crypto';
import { fold } from '#lib/i18n/fold.ts';
import * as distinctNames from './distinct-names.ts';
import { productId } from './product-id.ts';
import { namesPhrase } from './purge-texts.ts';
import * as purgeTexts from './purge-texts.ts';
import * as renamings from './renamings.ts';
import * as settings from './settings.ts';
import { all, run, type Db } from './sql.ts';

/** What a purge took out. */
export interface Purged {
  product: string;
  vendor: string;
  responses: number;
  auditForms: number;
  comments: number;
  /** Columns where a name or id of the product still stands, in texts that somebody has to see to. */
  remaining: string[];
}

/** Every name and id that the product has gone by. */
export interface Known {
  names: { product: string; vendor: string }[];
  ids: string[];
}

/** The setting that says that the file still holds what was taken out of its tables. */
export const rewritePending = 'rewrite pending';

async function knownAs(db: Db, id: string): Promise<Known> {
  const kept = await renamings.keptId(db, id);
  const named = await all<{ id: string; product: string; vendor: string }>(
    db,
    `select distinct coalesce(own.product_id, response.product_id) as id, coalesce(own.product, response.product) as product,
       coalesce(own.vendor, response.vendor) as vendor
     from response left join declared_name own on own.response_id = response.id where response.product_id = $kept
     union select product_id, product, vendor from response where product_id = $kept
     union select product_id, product, vendor from expected_product where product_id = $kept
     union select product_id, product, vendor from audit_form where product_id = $kept`,
    { kept }
  );
  const leading = await all<{ id: string }>(db, 'select id from redirect where product_id = $kept', { kept });
  const own = named.map(({ product, vendor }) => productId(vendor, product));
  const ids = new Set([kept, ...named.map((row) => row.id), ...leading.map((row) => row.id), ...own]);
  return { names: named.map(({ product, vendor }) => ({ product, vendor })), ids: [...ids] };
}

async function removeResponses(db: Db, { ids }: Known): Promise<number> {
  const rows = await all<{ id: number }>(
    db,
    'select id from response where list_contains($ids, product_id)',
    { ids }
  );
  for (const table of ['answer', 'score', 'correction', 'declared_name'])
    await run(
      db,
      `delete from ${table} where response_id in (select id from response where list_contains($ids, product_id))`,
      { ids }
    );
  await run(db, 'delete from response where list_contains($ids, product_id)', { ids });
  return rows.length;
}

async function removeAudits(db: Db, { ids }: Known): Promise<number> {
  const forms = await all(db, 'select number from audit_form where list_contains($ids, product_id)', { ids });
  await run(
    db,
    `delete from audit_result where (import_id, number) in
       (select (import_id, number) from audit_form where list_contains($ids, product_id))`,
    { ids }
  );
  await run(db, 'delete from audit_form where list_contains($ids, product_id)', { ids });
  return forms.length;
}

/** Links lead to the product; who was given one is told in the trail. */
async function removeLinks(db: Db, { ids }: Known): Promise<void> {
  await run(
    db,
    'delete from share_view where link_id in (select id from share_link where list_contains($ids, product_id))',
    { ids }
  );
  await run(db, 'delete from share_link where list_contains($ids, product_id)', { ids });
}

async function removeNames(db: Db, { ids, names }: Known): Promise<void> {
  await run(db, 'delete from expected_product where list_contains($ids, product_id)', { ids });
  await run(
    db,
    'delete from expected_link where list_contains($ids, product_id) or list_contains($ids, expected_id)',
    { ids }
  );
  await run(db, 'delete from redirect where list_contains($ids, product_id) or list_contains($ids, id)', {
    ids
  });
  const acts = await all<{ id: number; fromProduct: string; product: string; vendor: string }>(
    db,
    `select id, from_product as "fromProduct", product, vendor from renaming where kind <> 'vendor'`
  );
  const own = new Set(names.map(({ product }) => fold(product)));
  const naming = acts.filter(
    ({ fromProduct, product }) => own.has(fold(fromProduct)) || own.has(fold(product))
  );
  await run(
    db,
    `delete from renaming where list_contains($acts, id) or list_contains($ids, from_key) or list_contains($ids, into_id)`,
    { acts: naming.length > 0 ? naming.map(({ id }) => id) : [-1], ids }
  );
}

/** What was said of two names that look alike, where one is the product's. */
async function removeDistinct(db: Db, { names }: Known): Promise<void> {
  const own = new Set(names.map(({ product }) => fold(product)));
  const said = await distinctNames.list(db);
  const naming = said.filter((one) => one.names.some(({ product }) => own.has(fold(product))));
  for (const { id } of naming) await run(db, 'delete from distinct_names where id = $id', { id });
}

/**
 * A publication's files hold counts and name no product, so they stay as they are. What is kept to compare a later one
 * with stays too, else the difference would be the product's answers; but it no longer says whose they were.
 */
async function maskPublished(db: Db, { ids, names }: Known): Promise<void> {
  const mask = randomBytes(16).toString('hex');
  const vendors = [...new Set(names.map(({ vendor }) => fold(vendor)))];
  const staying = await all<{ key: string }>(
    db,
    'select distinct vendor_key as key from response where list_contains($vendors, vendor_key)',
    { vendors: vendors.length > 0 ? vendors : [''] }
  );
  await run(
    db,
    `update publication_product
     set product_id = $id, digest = $digest,
       vendor_key = if(list_contains($staying, vendor_key), vendor_key, $vendor)
     where list_contains($ids, product_id)`,
    {
      id: mask.slice(0, 12),
      digest: `purged ${mask}`,
      vendor: `purged ${mask}`,
      staying: staying.length > 0 ? staying.map(({ key }) => key) : [''],
      ids
    }
  );
}

/**
 * Takes a product out of every table, under all names that it has gone by: responses with all that is theirs, of every
 * import and campaign, audit forms, comments that name it. Undefined where there is no such product.
 */
export async function purge(db: Db, id: string): Promise<Purged | undefined> {
  const known = await knownAs(db, id.trim().toLowerCase());
  const [name] = known.names;
  if (!name) return undefined;
  const responses = await removeResponses(db, known);
  const auditForms = await removeAudits(db, known);
  await removeLinks(db, known);
  await removeNames(db, known);
  await removeDistinct(db, known);
  await maskPublished(db, known);
  const phrases = known.names.map(({ product }) => namesPhrase(product));
  const comments = await purgeTexts.removeComments(db, phrases);
  await purgeTexts.maskImports(db, phrases);
  await purgeTexts.removeViews(db, known);
  await settings.update(db, rewritePending, 'true');
  return { ...name, responses, auditForms, comments, remaining: await purgeTexts.remaining(db, known) };
}
