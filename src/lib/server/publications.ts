import type { ChangedProduct, PublishedProduct } from '#lib/maturity/disclosure/changed-products.ts';
import { all, first, run, type Db } from './sql.ts';

/** A publication as it was frozen; dates in UTC. */
export interface Publication {
  id: number;
  /** SHA-256 of its manifest, which holds that of each of its files. */
  fingerprint: string;
  campaign: string;
  compared: string | null;
  locale: string;
  publishedAt: string;
  author: string | null;
}

export interface StoredFile {
  name: string;
  sha256: string;
  bytes: Uint8Array;
}

export interface NewPublication extends Omit<Publication, 'id' | 'publishedAt'> {
  manifest: string;
  /** Which counts were withheld and by which rule, as JSON; for managers. */
  disclosureLog: string;
  files: StoredFile[];
  products: (PublishedProduct & { campaignId: number })[];
}

const columns = `id, fingerprint, campaign, compared, locale, published_at as "publishedAt", author`;

/** Newest first; of one campaign where its code is given. */
export function list(db: Db, campaign?: string): Promise<Publication[]> {
  return all<Publication>(
    db,
    `select ${columns} from publication where $campaign is null or campaign = $campaign order by id desc`,
    { campaign: campaign ?? null }
  );
}

export function find(db: Db, fingerprint: string): Promise<Publication | undefined> {
  return first<Publication>(db, `select ${columns} from publication where fingerprint = $fingerprint`, {
    fingerprint
  });
}

/** What was frozen beside the files: the manifest, and which counts were withheld and why, as JSON. */
export async function papers(
  db: Db,
  id: number
): Promise<{ manifest: string; disclosureLog: string } | undefined> {
  return first(db, 'select manifest, disclosure_log as "disclosureLog" from publication where id = $id', {
    id
  });
}

export interface FileRow {
  name: string;
  sha256: string;
  base64: string;
}

export async function files(db: Db, id: number): Promise<StoredFile[]> {
  const rows = await all<FileRow>(
    db,
    'select name, sha256, base64 from publication_file where publication_id = $id order by name',
    { id }
  );
  return rows.map(({ base64, ...row }) => ({ ...row, bytes: Buffer.from(base64, 'base64') }));
}

export async function file(db: Db, id: number, name: string): Promise<StoredFile | undefined> {
  const row = await first<FileRow>(
    db,
    'select name, sha256, base64 from publication_file where publication_id = $id and name = $name',
    { id, name }
  );
  return row && { name: row.name, sha256: row.sha256, bytes: Buffer.from(row.base64, 'base64') };
}

/** The names of every publication's files, by its id. */
export async function fileNames(db: Db): Promise<Map<number, string[]>> {
  const rows = await all<{ id: number; name: string }>(
    db,
    'select publication_id as id, name from publication_file order by publication_id, name'
  );
  const names = new Map<number, string[]>();
  for (const { id, name } of rows) names.set(id, [...(names.get(id) ?? []), name]);
  return names;
}

/** The publication that holds a file of this SHA-256. */
export function holding(db: Db, sha256: string): Promise<(Publication & { name: string }) | undefined> {
  return first<Publication & { name: string }>(
    db,
    `select ${columns}, name from publication join publication_file on publication_id = id
     where sha256 = $sha256 order by id desc limit 1`,
    { sha256 }
  );
}

/** What an earlier publication told of a campaign, and which products differ from those that it rested on. */
export interface Earlier {
  /** The text of its `cells.csv`. */
  cells: string;
  changed: ChangedProduct[];
}

/** Every publication that tells of the campaign, oldest first. Cost: all answers of the campaign. */
export async function earlier(db: Db, campaignId: number): Promise<Earlier[]> {
  const rows = await all<{ id: number; base64: string }>(
    db,
    `select id, base64 from publication join publication_file on publication_id = id
     where name = 'cells.csv'
       and id in (select publication_id from publication_product where campaign_id = $campaign)
     order by id`,
    { campaign: campaignId }
  );
  if (rows.length === 0) return [];
  const changed = await changedSince(db, campaignId);
  return rows.map(({ id, base64 }) => ({
    cells: Buffer.from(base64, 'base64').toString('utf8'),
    changed: changed.get(id) ?? []
  }));
}

/** Each answer is a whole number that sorts by its position: a third of the time of an aggregate that sorts. */
const productsInForce = `
  answered as (
    select product_id, vendor_key, corridor,
      list_sort(list(position::int * 256 + answer + 128) filter (position is not null)) as packed
    from response left join answer on answer.response_id = response.id
    where campaign_id = $campaign and in_force
    group by product_id, vendor_key, corridor
  ), now as materialized (
    select product_id, vendor_key, corridor,
      sha256(array_to_string(list_transform(packed, lambda one: one % 256 - 128), ',')) as digest
    from answered
  )`;

/** By publication, the products that were added, removed or changed since. */
async function changedSince(db: Db, campaignId: number): Promise<Map<number, ChangedProduct[]>> {
  const rows = await all<{ id: number; vendorKey: string; before: string | null; after: string | null }>(
    db,
    `with ${productsInForce}, told as (
       select * from publication_product where campaign_id = $campaign
     ), expected as (
       select publication_id, now.* from (select distinct publication_id from told) cross join now
     )
     select coalesce(told.publication_id, expected.publication_id) as id,
       coalesce(told.vendor_key, expected.vendor_key) as "vendorKey",
       told.corridor as before, expected.corridor as after
     from told full join expected
       on told.publication_id = expected.publication_id and told.product_id = expected.product_id
     where told.digest is distinct from expected.digest or told.corridor is distinct from expected.corridor`,
    { campaign: campaignId }
  );
  const changed = new Map<number, ChangedProduct[]>();
  for (const { id, vendorKey, before, after } of rows) {
    const corridors = [...new Set([before, after].filter((one) => one !== null))];
    const known = changed.get(id);
    if (known) known.push({ vendorKey, corridors });
    else changed.set(id, [{ vendorKey, corridors }]);
  }
  return changed;
}

/** The products in force of a campaign, as a publication rests on them. Cost: all answers of the campaign. */
export function currentProducts(db: Db, campaignId: number): Promise<PublishedProduct[]> {
  return all<PublishedProduct>(
    db,
    `with ${productsInForce}
     select product_id as "productId", vendor_key as "vendorKey", corridor, digest from now order by product_id`,
    { campaign: campaignId }
  );
}

async function createFiles(db: Db, id: number, made: readonly StoredFile[]): Promise<void> {
  for (const { name, sha256, bytes } of made) {
    await run(db, 'insert into publication_file values ($id, $name, $sha256, $base64)', {
      id,
      name,
      sha256,
      base64: Buffer.from(bytes).toString('base64')
    });
  }
}

async function createProducts(db: Db, id: number, rows: NewPublication['products']): Promise<void> {
  await run(
    db,
    `insert into publication_product
     select $id, c, p, v, k, d from (
       select unnest($campaigns) as c, unnest($ids) as p, unnest($vendors) as v, unnest($corridors) as k,
         unnest($digests) as d
     )`,
    {
      id,
      campaigns: rows.map(({ campaignId }) => campaignId),
      ids: rows.map(({ productId }) => productId),
      vendors: rows.map(({ vendorKey }) => vendorKey),
      corridors: rows.map(({ corridor }) => corridor),
      digests: rows.map(({ digest }) => digest)
    }
  );
}

/** Freezes a publication; nothing changes it later. */
export async function create(db: Db, publication: NewPublication): Promise<number> {
  const { fingerprint, campaign, compared, locale, manifest, disclosureLog, author } = publication;
  const row = await first<{ id: number }>(db, `select nextval('publication_id')::int as id`);
  if (!row) throw new Error('no id');
  await run(
    db,
    `insert into publication values
       ($id, $fingerprint, $campaign, $compared, $locale, $manifest, $log, $at, $author)`,
    {
      id: row.id,
      fingerprint,
      campaign,
      compared,
      locale,
      manifest,
      log: disclosureLog,
      at: new Date().toISOString(),
      author
    }
  );
  await createFiles(db, row.id, publication.files);
  await createProducts(db, row.id, publication.products);
  return row.id;
}
