import { expect, test } from 'vitest';
import { personOf } from '#lib/access/person.ts';
import { namedBlank } from '#lib/server/named-blank.ts';
import { kept, type Asker } from '#lib/server/kept-responses.ts';
import * as settings from '#lib/server/settings.ts';
import type { Store } from '#lib/server/store.ts';
import { withStore } from './temp-store.ts';

const asker: Asker = {
  address: '/?campaign=v1',
  locale: 'fr',
  role: 'analyst',
  campaign: null,
  isNamed: true,
  accept: 'text/html'
};
const odile = personOf('Odile Dupuis');

function counting(headers: Record<string, string> = {}, status = 200) {
  let made = 0;
  const make = () =>
    Promise.resolve(new Response(`<script nonce="abc${made}">${(made += 1)}</script>`, { status, headers }));
  return { make, count: () => made };
}

async function texts(store: Store, askers: Asker[], make: () => Promise<Response>): Promise<string[]> {
  const found: string[] = [];
  for (const own of askers) found.push(await (await kept(store, own, odile, make)).text());
  return found;
}

test('the same question is answered once until the data change', () =>
  withStore(async (store) => {
    const { make, count } = counting();
    const [first, second] = await texts(store, [asker, asker], make);
    expect(second).toBe(first);
    expect(count()).toBe(1);
    await store.write((db) => settings.update(db, 'a', '1'));
    await texts(store, [asker, asker], make);
    expect(count()).toBe(2);
  }));

test('several who ask at once share one answer', () =>
  withStore(async (store) => {
    const { make, count } = counting();
    const all = await Promise.all(Array.from({ length: 50 }, () => kept(store, asker, odile, make)));
    expect(new Set(await Promise.all(all.map((response) => response.text()))).size).toBe(1);
    expect(count()).toBe(1);
  }));

test.each([
  { address: '/?campaign=v2' },
  { locale: 'en' },
  { role: 'reader' },
  { role: undefined },
  { beside: 'an upload' },
  { campaign: 'v1' },
  { isNamed: false },
  { accept: 'text/csv' }
])('nobody is given what was made for another question: %o', (other) =>
  withStore(async (store) => {
    const { make, count } = counting();
    await texts(store, [asker, { ...asker, ...other }], make);
    expect(count()).toBe(2);
  })
);

test.each([
  ['a cookie', { 'set-cookie': 'session=1' }, 200],
  ['a refusal', {}, 403],
  ['a failure', {}, 500]
] as const)('%s is given once', (_, headers, status) =>
  withStore(async (store) => {
    const { make, count } = counting(headers, status);
    await Promise.all([kept(store, asker, odile, make), kept(store, asker, odile, make)]);
    await kept(store, asker, odile, make);
    expect(count()).toBe(3);
  })
);

test('each answer has a nonce of its own, in its policy and its body', () =>
  withStore(async (store) => {
    const { make } = counting({ 'content-security-policy': "script-src 'self' 'nonce-abc0'" });
    const nonces = new Set<string>();
    for (let i = 0; i < 4; i++) {
      const response = await kept(store, asker, odile, make);
      const nonce = /nonce-([^']+)/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? '';
      expect(await response.text()).toBe(`<script nonce="${nonce}">1</script>`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(4);
  }));

test('each who asks is named in the answer that all share, also where it is kept for nobody', () =>
  withStore(async (store) => {
    for (const status of [200, 404]) {
      let made = 0;
      const make = () => {
        made += 1;
        const text = `${namedBlank.initials}: ${namedBlank.name}.`;
        const headers = { 'content-length': String(text.length) };
        return Promise.resolve(new Response(text, { status, headers }));
      };
      const own = { ...asker, address: `/${status}` };
      for (const [name, wanted] of [
        ['Odile Dupuis', 'OD: Odile Dupuis.'],
        ['zoé', 'Z: zoé.'],
        [null, ': .']
      ] as const) {
        const response = await kept(store, own, personOf(name), make);
        expect(await response.text()).toBe(wanted);
        expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(wanted)));
      }
      expect(made).toBe(status === 200 ? 1 : 3);
    }
  }));
