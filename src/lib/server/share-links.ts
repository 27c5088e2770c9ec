import { all, first, run, type Db } from './sql.ts';

/** A link by which somebody outside sees one product's answers. Moments in UTC, days in ISO. */
export interface ShareLink {
  id: number;
  campaignId: number;
  productId: string;
  /** Who gets it; stands across the page as a watermark. */
  recipient: string;
  /** The day and the reference of the vendor's written request. */
  requestedOn: string;
  reference: string;
  hasPassword: boolean;
  createdAt: string;
  createdBy: string | null;
  /** The last day on which it opens. */
  expiresOn: string;
  /** How often it opens in all; null for as often as one likes. */
  mostViews: number | null;
  revokedAt: string | null;
  views: number;
  lastViewAt: string | null;
}

export interface NewShareLink extends Pick<
  ShareLink,
  'campaignId' | 'productId' | 'recipient' | 'requestedOn' | 'reference' | 'expiresOn' | 'mostViews'
> {
  tokenSha256: string;
  /** As `hashPassword` wrote it. */
  password: string | null;
  createdBy: string | null;
}

const links = `
  select id, campaign_id as "campaignId", product_id as "productId", recipient,
    requested_on as "requestedOn", reference, password is not null as "hasPassword",
    created_at as "createdAt", created_by as "createdBy", expires_on as "expiresOn",
    most_views as "mostViews", revoked_at as "revokedAt",
    (select count(*)::int from share_view where link_id = id) as views,
    (select max(viewed_at) from share_view where link_id = id) as "lastViewAt"
  from share_link`;

/** Newest first. */
export function list(db: Db): Promise<ShareLink[]> {
  return all<ShareLink>(db, `${links} order by id desc`);
}

export function find(db: Db, tokenSha256: string): Promise<ShareLink | undefined> {
  return first<ShareLink>(db, `${links} where token_sha256 = $tokenSha256`, { tokenSha256 });
}

/** What the link's password is compared with; undefined where it has none. */
export async function passwordOf(db: Db, id: number): Promise<string | undefined> {
  const row = await first<{ password: string | null }>(db, 'select password from share_link where id = $id', {
    id
  });
  return row?.password ?? undefined;
}

export async function create(db: Db, link: NewShareLink): Promise<number> {
  const row = await first<{ id: number }>(db, `select nextval('share_link_id')::int as id`);
  if (!row) throw new Error('no id');
  await run(
    db,
    `insert into share_link values
       ($id, $tokenSha256, $campaignId, $productId, $recipient, $requestedOn, $reference, $password, $at, $createdBy,
        $expiresOn, $mostViews, null, null)`,
    { id: row.id, at: new Date().toISOString(), ...link }
  );
  return row.id;
}

/** A link that was revoked stays so. */
export function revoke(db: Db, id: number, by: string | undefined): Promise<void> {
  return run(
    db,
    'update share_link set revoked_at = $at, revoked_by = $by where id = $id and revoked_at is null',
    { id, at: new Date().toISOString(), by: by ?? null }
  );
}

export function viewed(db: Db, id: number): Promise<void> {
  return run(db, 'insert into share_view values ($id, $at)', { id, at: new Date().toISOString() });
}

/** The moments at which it was opened, the latest first, at most so many. */
export async function views(db: Db, id: number, most: number): Promise<string[]> {
  const rows = await all<{ viewedAt: string }>(
    db,
    'select viewed_at as "viewedAt" from share_view where link_id = $id order by viewed_at desc limit $most',
    { id, most }
  );
  return rows.map(({ viewedAt }) => viewedAt);
}
