import { describe, expect, test, vi } from 'vitest';
import { openShare } from '#lib/commands/open-share.ts';
import { createShare, dayOf, daysAfter, turn, type ShareAsked } from '#lib/commands/share-links.ts';
import { loadSample } from '#lib/commands/load-sample.ts';
import { sharedPage } from '#lib/reports/shared-page.ts';
import { viewOf } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as shareLinks from '#lib/server/share-links.ts';
import { all } from '#lib/server/sql.ts';
import type { Store } from '#lib/server/store.ts';
import * as trail from '#lib/server/trail/trail.ts';
import { withStore } from '#tests/server/temp-store.ts';

async function sampleOf(store: Store) {
  await loadSample(store, 'data/sample');
  await turn(store, true);
  const campaign = await store.read((db) => campaigns.find(db, 'v2'));
  if (!campaign) throw new Error('no campaign');
  const products = await store.read((db) => attainment.byProduct(db, viewOf(campaign, []).view));
  return { campaign, products, productId: products[0]?.id ?? '' };
}

const today = dayOf(new Date());

function asked(productId: string, changes: Partial<ShareAsked> = {}): ShareAsked {
  return {
    productId,
    recipient: 'CH de Valbrume',
    requestedOn: today,
    reference: 'Courrier 12',
    expiresOn: daysAfter(today, 30),
    mostViews: '',
    password: '',
    by: undefined,
    ...changes
  };
}

let visitors = 0;

function open(store: Store, token: string, password?: string) {
  return openShare(store, { token, password, address: `192.0.2.${++visitors}` });
}

async function made(store: Store, changes: Partial<ShareAsked> = {}) {
  const sample = await sampleOf(store);
  const link = await createShare(store, sample.campaign, asked(sample.productId, changes));
  if (!('token' in link)) throw new Error(link.problems.join());
  return { ...sample, ...link };
}

describe('a share link', () => {
  test('shows one product and names no other, with its reader across the page', () =>
    withStore(async (store) => {
      const { token, products, productId } = await made(store);
      const found = await open(store, token);
      if (found.kind !== 'shown') throw new Error(found.kind);
      const html = Buffer.from(sharedPage(found.exported, found.link, 'fr')).toString();
      const others = products.filter(({ id }) => id !== productId);
      const own = products.find(({ id }) => id === productId);
      expect(html).toContain(own?.product);
      const names = others
        .flatMap(({ product, vendor }) => [product, vendor])
        .filter((name) => name.length > 5);
      expect(names.filter((name) => name !== own?.vendor && html.includes(name))).toEqual([]);
      expect(html.split('CH de Valbrume').length).toBeGreaterThan(6);
      expect(html).toContain("default-src 'none'");
    }));

  test('keeps neither its token nor its password', () =>
    withStore(async (store) => {
      const { token } = await made(store, { password: 'corail-neige-4' });
      const rows = await store.read((db) => all(db, 'select * from share_link'));
      expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${token}|corail`));
      expect(JSON.stringify(await trail.list(store.dir))).not.toContain(token);
    }));

  test('gives nothing when expired, revoked, used up, turned off or guessed, and each is on the trail', () =>
    withStore(async (store) => {
      const { token, id, campaign, productId } = await made(store, { mostViews: '1' });
      expect((await open(store, token)).kind).toBe('shown');
      expect(await open(store, token)).toEqual({ kind: 'refused', why: 'used' });
      expect(await open(store, `${token.slice(1)}x`)).toEqual({ kind: 'refused', why: 'unknown' });
      await store.write((db) => shareLinks.revoke(db, id, 'Alix'));
      expect(await open(store, token)).toEqual({ kind: 'refused', why: 'revoked' });
      const other = await createShare(store, campaign, asked(productId));
      if (!('token' in other)) throw new Error('not made');
      vi.useFakeTimers({ now: Date.parse(`${daysAfter(today, 31)}T12:00:00Z`), toFake: ['Date'] });
      try {
        expect(await open(store, other.token)).toEqual({ kind: 'refused', why: 'expired' });
      } finally {
        vi.useRealTimers();
      }
      await turn(store, false);
      expect(await open(store, other.token)).toEqual({ kind: 'refused', why: 'off' });
      const told = await trail.list(store.dir, {});
      expect(told.map(({ on }) => on['outcome']).sort()).toEqual(
        ['shown', 'used', 'unknown', 'revoked', 'expired', 'off'].sort()
      );
      expect(told.every(({ outcome, on }) => (outcome === 200) === (on['outcome'] === 'shown'))).toBe(true);
    }));

  test('opens with its password, and after five tries with none', () =>
    withStore(async (store) => {
      const { token, id } = await made(store, { password: 'corail-neige-4' });
      expect(await open(store, token)).toEqual({ kind: 'password', wasWrong: false });
      expect(await open(store, token, 'corail')).toEqual({ kind: 'password', wasWrong: true });
      expect((await open(store, token, 'corail-neige-4')).kind).toBe('shown');
      for (let i = 0; i < 3; i++) await open(store, token, 'x');
      expect(await open(store, token, 'corail-neige-4')).toEqual({ kind: 'refused', why: 'too often' });
      expect((await store.read(shareLinks.list)).find((link) => link.id === id)?.views).toBe(1);
    }));

  test('is refused to whoever asks too often', () =>
    withStore(async (store) => {
      const { token } = await made(store);
      const visit = { token, password: undefined, address: '198.51.100.7' };
      const kinds = new Set<string>();
      for (let i = 0; i < 61; i++) {
        const found = await openShare(store, { ...visit, token: i === 60 ? token : `${i}` });
        kinds.add(found.kind === 'refused' ? found.why : found.kind);
      }
      expect([...kinds]).toEqual(['unknown', 'too often']);
    }));
});

test('a link is made only while links are on, for a product, on a dated and referenced request; all is said at once', () =>
  withStore(async (store) => {
    const { campaign, productId } = await sampleOf(store);
    const wrong = asked('0'.repeat(12), {
      recipient: ' ',
      requestedOn: daysAfter(today, 1),
      reference: '',
      expiresOn: daysAfter(today, 400),
      mostViews: '0',
      password: 'court'
    });
    await turn(store, false);
    expect(await createShare(store, campaign, wrong)).toEqual({
      problems: [
        'off',
        'product',
        'recipient',
        'requested_on',
        'reference',
        'expires_on',
        'most_views',
        'password'
      ]
    });
    expect(await createShare(store, campaign, asked(productId))).toEqual({ problems: ['off'] });
    expect(await store.read(shareLinks.list)).toEqual([]);
  }));
