import { describe, expect, test } from 'vitest';
import { loadSample } from '#lib/commands/load-sample.ts';
import { execute } from '#lib/commands/registry.ts';
import type { FrontierPoint } from '#lib/maturity/frontier/points.ts';
import { frontierApart } from '#lib/server/frontier-apart.ts';
import { baseOf } from '#lib/server/frontier.ts';
import { askedView } from '#lib/server/asked-view.ts';
import { plainQuery } from '#lib/maturity/frontier/query.ts';
import type { Store } from '#lib/server/store.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { randomWords } from '#lib/maturity/random.ts';
import { candidatesOf } from '#lib/maturity/frontier/candidate.ts';
import { randomTable } from '#tests/maturity/frontier/random-frontier.ts';
import { naiveSet } from '#tests/maturity/frontier/naive-frontier.ts';
import { request } from './request.ts';

interface Answer {
  campaign: string;
  products: number;
  measure: string;
  points: FrontierPoint[];
  seconds: number;
}

async function ask(store: Store, options: Record<string, string[]>) {
  const { exit, json, messages, text } = await execute(
    store,
    request('frontier', { options: { campaign: ['v1'], ...options } })
  );
  return { exit, json: json as Answer, messages: messages.join('\n'), text };
}

describe('palier frontier', () => {
  test('of the sample is proven, each set lets in what it says', async () => {
    await withStore(async (store) => {
      await loadSample(store, 'data/sample');
      const { exit, json, text } = await ask(store, {});
      expect([exit, json.campaign, json.products, json.measure, json.points.length]).toEqual([
        0,
        'v1',
        71,
        'count',
        59
      ]);
      expect(json.points.every(({ proven, withinOneProven }) => proven && withinOneProven)).toBe(true);
      const asked = await store.read((db) => askedView(db, 'v1', []));
      if (!asked) throw new Error('no campaign');
      const base = await baseOf(store, asked, undefined);
      if (!base) throw new Error('no base');
      const { table, candidates } = base;
      for (const point of json.points) {
        const set = candidates.filter(({ code }) => point.criteria.includes(code));
        expect(naiveSet(table, set)).toMatchObject({ size: point.size, admitted: point.admitted });
      }
      expect(text.split(/\r?\n/)[0]).toBe(
        'size,firmness,conditional,admitted,bound,proven,criteria,withinOne,withinOneBound,withinOneProven'
      );
    });
  });

  test('says at once all that is wrong, what contradicts, and which constraints no set meets', async () => {
    await withStore(async (store) => {
      await loadSample(store, 'data/sample');
      const cases: [Record<string, string[]>, 1 | 2, RegExp][] = [
        [{ include: ['ZZ1'], exclude: ['ZZ2'], weight: ['Q01=9'] }, 1, /ZZ1[^]*ZZ2[^]*Q01=9[^]*1–3/],
        [{ include: ['q01'], exclude: ['Q01'] }, 1, /Q01 is both included and excluded/],
        [{ 'corridor-floor': ['Hôpital=101'] }, 1, /Hôpital=101[^]*0–100/],
        [{ 'corridor-floor': ['Nulle part=3'] }, 1, /no product of the corridor “Nulle part”/],
        [{ 'min-theme': ['Rien=3'] }, 1, /theme “Rien”/],
        [{ 'corridor-floor': ['Hôpital=100'], include: ['Q01'] }, 1, /Hôpital.*can’t reach 100%/],
        [{ measure: ['both'] }, 2, /invalid measure: both/],
        [{ seconds: ['-1'] }, 2, /invalid seconds: -1/],
        [{ campaign: ['none'] }, 1, /unknown campaign/]
      ];
      for (const [options, exit, message] of cases) {
        const answer = await ask(store, options);
        expect([answer.exit, answer.messages]).toEqual([exit, expect.stringMatching(message)]);
      }
    });
  });

  test('takes constraints with codes in any case and corridors without accents', async () => {
    await withStore(async (store) => {
      await loadSample(store, 'data/sample');
      const { json } = await ask(store, {
        include: ['q02'],
        exclude: ['Q03'],
        'corridor-floor': ['hopital=40']
      });
      const sets = json.points.filter(({ admitted }) => admitted !== null);
      expect(sets.length).toBeGreaterThan(1);
      expect(sets.every(({ criteria }) => criteria.includes('Q02') && !criteria.includes('Q03'))).toBe(true);
      expect(json.points.at(-1)).toMatchObject({ admitted: null, bound: null, criteria: [] });
    });
  });
});

test('--scenario takes its lines at their levels, whatever their status, with their weights', async () => {
  await withStore(async (store) => {
    await loadSample(store, 'data/sample');
    const csv = 'criterion;level;status;weight\nQ01;4;mandatory;3\nQ02;1;candidate;1\nQ05;2;recommended;2\n';
    const file = { name: 's.csv', bytes: new TextEncoder().encode(csv) };
    const options = { campaign: ['v1'], name: ['Trois'] };
    const imported = await execute(store, request('scenario import', { options, files: { _: [file] } }));
    expect(imported.exit).toBe(0);
    const { json } = await ask(store, { scenario: ['trois'] });
    const asked = await store.read((db) => askedView(db, 'v1', []));
    const base = asked && (await baseOf(store, asked, 'Trois'));
    if (!base) throw new Error('no base');
    expect(base.candidates.map(({ code, level, weight }) => [code, level, weight])).toEqual([
      ['Q01', 4, 3],
      ['Q02', 1, 1],
      ['Q05', 2, 2]
    ]);
    const all = naiveSet(base.table, base.candidates);
    expect(json.points.at(-1)).toMatchObject({ size: 3, admitted: all.admitted, withinOne: all.withinOne });
    expect(await ask(store, { scenario: ['Autre'] })).toMatchObject({ exit: 1 });
  });
});

test('a search under way is cancelled by its signal, having told how far it was', async () => {
  const table = randomTable(59, 400, randomWords(4));
  const controller = new AbortController();
  const told: number[] = [];
  const run = frontierApart(
    { table, candidates: candidatesOf(table), query: plainQuery, seconds: 60 },
    {
      signal: controller.signal,
      onProgress: ({ done }) => {
        told.push(done);
        controller.abort(new Error('nobody waits'));
      }
    }
  );
  await expect(run).rejects.toThrow('nobody waits');
  expect(told.length).toBeGreaterThan(0);
});
