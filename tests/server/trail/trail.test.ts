import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Deed } from '#lib/server/trail/chain.ts';
import * as trail from '#lib/server/trail/trail.ts';
import { verify } from '#lib/server/trail/verify.ts';
import { inTempDir } from '../temp-store.ts';
import { repetitions } from '#tests/repetitions.ts';

afterEach(() => vi.useRealTimers());

function deed(changes: Partial<Deed> = {}): Deed {
  return {
    by: 'Alix',
    way: 'page',
    act: 'see',
    what: '/products/[id]',
    on: { id: 'a1' },
    outcome: 200,
    ...changes
  };
}

async function months(dir: string, ...days: string[]): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'] });
  for (const day of days) {
    vi.setSystemTime(new Date(`${day}T10:00:00Z`));
    await trail.append(dir, deed({ on: { id: day } }));
  }
}

describe('the trail', () => {
  test('tells what was done, newest first, also after it was left and opened again', () =>
    inTempDir(async (dir) => {
      await trail.append(dir, deed());
      await trail.append(dir, deed({ act: 'export', what: '/products.csv' }));
      trail.forget(dir);
      await trail.append(dir, deed({ by: null, act: 'change', what: 'undo', way: 'command' }));
      const entries = await trail.list(dir);
      expect(entries.map(({ seq, what }) => [seq, what])).toEqual([
        [3, 'undo'],
        [2, '/products.csv'],
        [1, '/products/[id]']
      ]);
      expect(await verify(dir)).toMatchObject({ isWhole: true, entries: 3, last: entries[0]?.hash });
    }));

  test('keeps the order of deeds that come at once', () =>
    inTempDir(async (dir) => {
      await Promise.all(Array.from({ length: 50 }, (_, i) => trail.append(dir, deed({ outcome: i }))));
      const entries = await trail.list(dir);
      expect(entries.map(({ outcome }) => outcome).reverse()).toEqual(
        Array.from({ length: 50 }, (_, i) => i)
      );
      expect((await verify(dir)).isWhole).toBe(true);
    }));

  test('is found by who, act, days and words', () =>
    inTempDir(async (dir) => {
      await months(dir, '2026-09-30', '2026-10-01', '2026-10-15', '2026-11-02');
      const found = async (asked: trail.Asked) => (await trail.list(dir, asked)).map(({ on }) => on['id']);
      expect(await found({ from: '2026-10-01', to: '2026-10-15' })).toEqual(['2026-10-15', '2026-10-01']);
      expect(await found({ text: '11-02' })).toEqual(['2026-11-02']);
      expect(await found({ by: 'Nobody' })).toEqual([]);
      expect(await found({ act: 'change' })).toEqual([]);
    }));

  test('an entry that a killed process left half written is cut, and that is told', () =>
    inTempDir(async (dir) => {
      await trail.append(dir, deed());
      trail.forget(dir);
      const [file = ''] = (await readdir(path.join(dir, 'trail'))).filter((name) => name !== 'seals.jsonl');
      await appendFile(path.join(dir, 'trail', file), '{"seq":2,"by":"Al');
      await trail.append(dir, deed({ outcome: 404 }));
      expect((await trail.list(dir)).map(({ what, outcome }) => [what, outcome])).toEqual([
        ['/products/[id]', 404],
        ['torn entry cut', 0],
        ['/products/[id]', 200]
      ]);
      expect((await verify(dir)).isWhole).toBe(true);
    }));
});

describe('the chain', () => {
  test('of several months holds, also once the oldest were dropped', () =>
    inTempDir(async (dir) => {
      await months(dir, '2026-08-01', '2026-08-20', '2026-09-01', '2026-10-01', '2026-11-01');
      const before = await verify(dir);
      expect(before).toMatchObject({ isWhole: true, entries: 5, dropped: [] });
      expect(await trail.retain(dir, 1)).toEqual(['2026-08', '2026-09']);
      expect(await verify(dir, before.last)).toMatchObject({
        isWhole: true,
        entries: 4,
        dropped: ['2026-08', '2026-09'],
        problems: []
      });
    }));

  test('shows a month that is missing though retention did not drop it, whichever it is', () =>
    inTempDir(async (dir) => {
      await months(dir, '2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01');
      const file = (month: string) => path.join(dir, 'trail', `${month}.jsonl`);
      const lost = async (month: string) => {
        const text = await readFile(file(month), 'utf8');
        await rm(file(month));
        const found = await verify(dir);
        await writeFile(file(month), text);
        return found;
      };
      for (const month of ['2026-07', '2026-08', '2026-09', '2026-10'])
        expect((await lost(month)).problems, month).toEqual([expect.stringMatching(`^${month}: is missing`)]);
      await trail.retain(dir, 3);
      await trail.retain(dir, 2);
      expect(await verify(dir)).toMatchObject({ isWhole: true, dropped: ['2026-07', '2026-08'] });
      for (const month of ['2026-09', '2026-10']) expect((await lost(month)).isWhole, month).toBe(false);
    }));

  test('shows every entry that was changed, taken out, put in or exchanged', () =>
    inTempDir(async (dir) => {
      await months(dir, '2026-09-01', '2026-09-02', '2026-09-03', '2026-10-01', '2026-10-02');
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom('2026-09', '2026-10'),
          fc.nat(),
          fc.constantFrom('change', 'take out', 'repeat', 'exchange'),
          async (month, at, kind) => {
            const place = path.join(dir, 'trail', `${month}.jsonl`);
            const text = await readFile(place, 'utf8');
            const lines = text.trimEnd().split('\n');
            // the last entry of the open month may be cut off unseen by the chain itself: hence the noted hash
            const i = at % (lines.length - (kind === 'exchange' ? 1 : 0));
            const last = (await verify(dir)).last;
            if (kind === 'change') lines[i] = (lines[i] ?? '').replace('Alix', 'Sacha');
            if (kind === 'take out') lines.splice(i, 1);
            if (kind === 'repeat') lines.splice(i, 0, lines[i] ?? '');
            if (kind === 'exchange') lines.splice(i, 2, lines[i + 1] ?? '', lines[i] ?? '');
            await writeFile(place, `${lines.join('\n')}\n`);
            expect((await verify(dir, last)).isWhole, `${kind} ${month} ${i}`).toBe(false);
            await writeFile(place, text);
            expect((await verify(dir, last)).isWhole).toBe(true);
          }
        ),
        { numRuns: repetitions(20) }
      );
    }));
});
