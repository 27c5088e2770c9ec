import { viewOf } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import * as settings from '#lib/server/settings.ts';
import * as shareLinks from '#lib/server/share-links.ts';
import { hashPassword } from '#lib/server/access/password.ts';
import { hashOfSecret, newSecret } from '#lib/server/access/secret.ts';
import type { Db } from '#lib/server/sql.ts';
import type { Store } from '#lib/server/store.ts';

const setting = 'share.links';

/** Whether links are made and opened at all: off until a manager turns them on. */
export async function areOn(db: Db): Promise<boolean> {
  return (await settings.read(db, setting)) === 'on';
}

export function turn(store: Store, on: boolean): Promise<void> {
  return store.write((db) => settings.update(db, setting, on ? 'on' : 'off'));
}

/** As typed; days in ISO. */
export interface ShareAsked {
  productId: string;
  recipient: string;
  requestedOn: string;
  reference: string;
  expiresOn: string;
  mostViews: string;
  password: string;
  by: string | undefined;
}

export const shareProblems = [
  'off',
  'product',
  'recipient',
  'requested_on',
  'reference',
  'expires_on',
  'most_views',
  'password'
] as const;

export type ShareProblem = (typeof shareProblems)[number];

const longestText = 200;
const longestDays = 366;
const leastPassword = 8;

export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

export function daysAfter(day: string, days: number): string {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000));
}

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at) && dayOf(new Date(at)) === text;
}

function isText(text: string): boolean {
  return text.trim() !== '' && text.length <= longestText;
}

function isCount(text: string): boolean {
  return text.trim() === '' || /^[1-9]\d{0,3}$/.test(text.trim());
}

async function hasProduct(db: Db, campaign: Campaign, productId: string): Promise<boolean> {
  const products = await attainment.byProduct(db, viewOf(campaign, []).view);
  return products.some(({ id }) => id === productId);
}

/** Everything that is wrong with what was typed. */
async function problemsOf(
  db: Db,
  campaign: Campaign,
  asked: ShareAsked,
  today: string
): Promise<ShareProblem[]> {
  const { recipient, requestedOn, reference, expiresOn, mostViews, password } = asked;
  const wrong: Record<ShareProblem, boolean> = {
    off: !(await areOn(db)),
    product: !(await hasProduct(db, campaign, asked.productId)),
    recipient: !isText(recipient),
    requested_on: !isDay(requestedOn) || requestedOn > today,
    reference: !isText(reference),
    expires_on: !isDay(expiresOn) || expiresOn < today || expiresOn > daysAfter(today, longestDays),
    most_views: !isCount(mostViews),
    password: password !== '' && [...password].length < leastPassword
  };
  return shareProblems.filter((problem) => wrong[problem]);
}

/** Makes a link and gives its token, which is kept nowhere; or says all that is wrong. */
export async function createShare(
  store: Store,
  campaign: Campaign,
  asked: ShareAsked
): Promise<{ id: number; token: string } | { problems: ShareProblem[] }> {
  const problems = await store.read((db) => problemsOf(db, campaign, asked, dayOf(new Date())));
  if (problems.length > 0) return { problems };
  const token = newSecret();
  const password = asked.password === '' ? null : await hashPassword(asked.password);
  const id = await store.write((db) =>
    shareLinks.create(db, {
      tokenSha256: hashOfSecret(token),
      campaignId: campaign.id,
      productId: asked.productId,
      recipient: asked.recipient.trim(),
      requestedOn: asked.requestedOn,
      reference: asked.reference.trim(),
      expiresOn: asked.expiresOn,
      mostViews: asked.mostViews.trim() === '' ? null : Number(asked.mostViews),
      password,
      createdBy: asked.by ?? null
    })
  );
  return { id, token };
}
