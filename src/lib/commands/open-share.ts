import { shareState } from '#lib/maturity/share-state.ts';
import * as exportData from '#lib/reports/product-export/export-data.ts';
import type { ExportedProduct } from '#lib/reports/product-export/export-data.ts';
import { hashOfSecret } from '#lib/server/access/secret.ts';
import { isPassword } from '#lib/server/access/password.ts';
import { mayTry } from '#lib/server/rate-limit.ts';
import { viewOf } from '#lib/server/asked-view.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as shareLinks from '#lib/server/share-links.ts';
import type { ShareLink } from '#lib/server/share-links.ts';
import type { Store } from '#lib/server/store.ts';
import * as trail from '#lib/server/trail/trail.ts';
import { areOn, dayOf } from './share-links.ts';

/** Why a link gives nothing; whoever opens it isn't told. */
export type ShareRefusal = 'off' | 'unknown' | 'revoked' | 'expired' | 'used' | 'too often' | 'no answers';

export type OpenedShare =
  | { kind: 'shown'; link: ShareLink; exported: ExportedProduct }
  | { kind: 'password'; wasWrong: boolean }
  | { kind: 'refused'; why: ShareRefusal };

/** As somebody comes with it. */
export interface ShareVisit {
  token: string;
  /** Undefined unless one was given. */
  password: string | undefined;
  /** Where the request comes from, as far as the server can tell. */
  address: string;
}

const visits = { most: 60, perMs: 60_000 };
const passwords = { most: 5, perMs: 15 * 60_000 };

const refused = (why: ShareRefusal): OpenedShare => ({ kind: 'refused', why });

async function productOf(store: Store, link: ShareLink): Promise<ExportedProduct | undefined> {
  const campaign = (await campaigns.known(store)).find(({ id }) => id === link.campaignId);
  if (!campaign) return undefined;
  const asked = viewOf(campaign, []);
  const product = (await exportData.list(store, asked)).find(({ id }) => id === link.productId);
  return product && exportData.read(store, asked, product);
}

/** Counts the view where the link still opens: two at once can't both be its last. */
function countView(store: Store, hash: string): Promise<boolean> {
  return store.write(async (db) => {
    const link = await shareLinks.find(db, hash);
    const isOpen = link !== undefined && shareState(link, dayOf(new Date())) === 'open';
    if (isOpen) await shareLinks.viewed(db, link.id);
    return isOpen;
  });
}

async function show(store: Store, link: ShareLink, hash: string): Promise<OpenedShare> {
  const exported = await productOf(store, link);
  if (!exported) return refused('no answers');
  return (await countView(store, hash)) ? { kind: 'shown', link, exported } : refused('used');
}

async function tryPassword(
  store: Store,
  link: ShareLink,
  password: string | undefined
): Promise<OpenedShare | undefined> {
  const hashed = await store.read((db) => shareLinks.passwordOf(db, link.id));
  if (hashed === undefined) return undefined;
  if (password === undefined) return { kind: 'password', wasWrong: false };
  if (!mayTry(`share password ${link.id}`, passwords)) return refused('too often');
  return (await isPassword(password, hashed)) ? undefined : { kind: 'password', wasWrong: true };
}

async function opened(store: Store, { token, password, address }: ShareVisit): Promise<OpenedShare> {
  if (!mayTry(`share ${address}`, visits)) return refused('too often');
  const hash = hashOfSecret(token);
  const { link, isOn } = await store.read(async (db) => ({
    link: await shareLinks.find(db, hash),
    isOn: await areOn(db)
  }));
  if (!link) return refused('unknown');
  if (!isOn) return refused('off');
  const state = shareState(link, dayOf(new Date()));
  if (state !== 'open') return refused(state);
  return (await tryPassword(store, link, password)) ?? show(store, link, hash);
}

function outcomeOf(found: OpenedShare): string {
  if (found.kind === 'refused') return found.why;
  if (found.kind === 'password') return found.wasWrong ? 'wrong password' : 'asked for password';
  return 'shown';
}

/** What the link shows, told on the trail whatever comes of it: by the token's hash, never by the token. */
export async function openShare(store: Store, visit: ShareVisit): Promise<OpenedShare> {
  const found = await opened(store, visit);
  await trail.append(store.dir, {
    by: null,
    way: 'page',
    act: 'see',
    what: '/shared/[token]',
    on: {
      link: hashOfSecret(visit.token).slice(0, 16),
      outcome: outcomeOf(found),
      ...(found.kind === 'shown' ? { product: found.link.productId } : {})
    },
    outcome: found.kind === 'refused' ? 404 : 200
  });
  return found;
}
