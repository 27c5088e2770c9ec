import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { vendorPath } from '#lib/components/address.ts';
import { fold } from '#lib/i18n/fold.ts';
import { palier, serve, type Served } from '#tests/e2e/served.ts';
import { delimited } from '#tests/ingest/builders.ts';
import { inTempDir } from '#tests/server/temp-store.ts';
import { flaws } from './flaws.ts';

/** Names that an address, a server or a page could take for something else; no two are one vendor's. */
const names = [
  '..',
  'a/b',
  '/',
  '../../etc/passwd',
  '100%',
  '%2F',
  '%25',
  'Éditeur.csv',
  '__data.json',
  'x.html__data.json',
  'a?b=c&campaign=v9',
  'a#b',
  'a\\b',
  '+ plus +',
  'a;b,c',
  '<b>gras</b>',
  '"><img src=x>',
  '=1+1',
  '💊 Santé',
  'مستشفى',
  'ﬁn', // a ligature
  'constructor',
  'W'.repeat(300)
];

let served: Served;
let finished: () => void;
let whole: Promise<void>;

beforeAll(
  () =>
    new Promise<void>((ready, failed) => {
      whole = inTempDir(async (dir) => {
        const [questionnaire, answers] = [path.join(dir, 'q.csv'), path.join(dir, 'a.csv')];
        await writeFile(
          questionnaire,
          'code,theme,scope,label_fr,level_1_fr,level_2_fr,target\r\nQ1,T,common,Q,bas,haut,2\r\n'
        );
        const rows = names.map((vendor, i) => ({ product: `P${i}`, vendor, criterion: 'Q1', answer: '1' }));
        await writeFile(answers, delimited(rows));
        const data = path.join(dir, 'store');
        await palier(data, 'import', '--campaign', 'c', '--questionnaire', questionnaire, answers);
        served = await serve(data, { sample: false });
        ready();
        await new Promise<void>((resolve) => (finished = resolve));
        await served.stop();
      });
      whole.catch(failed);
    })
);

afterAll(async () => {
  finished?.();
  await whole;
});

function isUnchanged(address: string): boolean {
  const { pathname } = new URL(address, 'http://localhost');
  return pathname === address;
}

test.each(names)(
  'the vendor %j has an address that every browser leaves as it is, and a page',
  async (name) => {
    const place = vendorPath(name);
    expect(isUnchanged(place)).toBe(true);
    const response = await fetch(`${served.address}${place}?campaign=c&lang=fr`, { redirect: 'manual' });
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(flaws(html)).toEqual([]);
    expect(html).toContain('Le produit d');
    const file = await fetch(`${served.address}/figures${place}/missing.csv?campaign=c&lang=fr`);
    expect([file.status, (await file.text()).split('\r\n').length]).toEqual([200, 3]);
  }
);

test('the list of vendors links to all of them', async () => {
  const html = await (await fetch(`${served.address}/vendors?campaign=c&lang=fr`)).text();
  expect(flaws(html)).toEqual([]);
  const links = [...html.matchAll(/href="(\/vendors\/[^?"]+)\?/g)].map(([, place]) => place ?? '');
  const found = links.map((place) => fold(decodeURIComponent(place.slice('/vendors/'.length))));
  expect(found.sort()).toEqual(names.map(fold).sort());
});

test('a vendor of which nothing is known has a page that says so', async () => {
  for (const [lang, words] of [
    ['fr', 'Aucun éditeur de ce nom'],
    ['en', 'No vendor of this name']
  ]) {
    const response = await fetch(`${served.address}/vendors/nobody?campaign=c&lang=${lang}`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain(words);
  }
});
