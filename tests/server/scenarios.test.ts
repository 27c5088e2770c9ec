import { describe, expect, test } from 'vitest';
import { requirementOf } from '#lib/maturity/requirements.ts';
import * as scenarios from '#lib/server/scenarios.ts';
import type { Db } from '#lib/server/sql.ts';
import { withStore } from './temp-store.ts';

const [q1, q2] = [
  requirementOf('Q1', 2),
  requirementOf('Q2', 3, { note: 'd’après « l’avis »', theme: 'ssi' })
];
const by = 'Ada';

async function created(db: Db, name = 'A', requirements = [q1]): Promise<number> {
  const id = await scenarios.create(db, { campaignId: 1, name, requirements, by, origin: 'targets' });
  if (typeof id === 'string') throw new Error(id);
  return id;
}

const inStore = (work: (db: Db) => Promise<void>) => withStore((store) => store.write(work));

describe('scenarios', () => {
  test('keep what they hold and are found by their name, compared as labels are, in their campaign', () =>
    inStore(async (db) => {
      const id = await created(db, '  Socle   d’octobre ', [q1, q2]);
      const found = await scenarios.find(db, 1, "SOCLE d'Octobre");
      expect(found).toMatchObject({
        id,
        name: 'Socle d’octobre',
        requirements: [q1, q2],
        frozenAt: null,
        changedBy: by
      });
      expect(await scenarios.find(db, 2, 'Socle d’octobre')).toBeUndefined();
      expect((await scenarios.list(db, 1)).map(({ name }) => name)).toEqual(['Socle d’octobre']);
    }));

  test('need a name of their own', () =>
    inStore(async (db) => {
      await created(db);
      const again = (name: string, campaignId = 1) =>
        scenarios.create(db, { campaignId, name, requirements: [] });
      expect(await again(' a ')).toBe('name_taken');
      expect(await again('  ')).toBe('no_name');
      expect(await again('A', 2)).toBeTypeOf('number');
    }));

  test('keep every change, with who made it and what they then held', () =>
    inStore(async (db) => {
      const id = await created(db);
      await scenarios.update(db, id, [q1, q2], { by: 'Bea', origin: 'file:b.csv' });
      await scenarios.update(db, id, [q1, q2], { by: 'Cem' });
      await scenarios.rename(db, id, 'B', {});
      const history = await scenarios.history(db, id);
      expect(
        history.map(({ act, by, origin, name, requirements }) => [act, by, origin, name, requirements.length])
      ).toEqual([
        ['rename', null, '', 'B', 2],
        ['update', 'Bea', 'file:b.csv', 'A', 2],
        ['create', by, 'targets', 'A', 1]
      ]);
      expect(await scenarios.read(db, id)).toMatchObject({ name: 'B', requirements: [q1, q2] });
    }));

  test('are not changed over what somebody else changed since', () =>
    inStore(async (db) => {
      const id = await created(db);
      const seen = (await scenarios.read(db, id))?.changedAt;
      await new Promise((later) => setTimeout(later, 2));
      expect(await scenarios.update(db, id, [q1, q2], { by: 'Bea', seen })).toBeUndefined();
      expect(await scenarios.update(db, id, [], { by: 'Cem', seen })).toBe('changed_since');
      expect(await scenarios.read(db, id)).toMatchObject({ requirements: [q1, q2], changedBy: 'Bea' });
      const now = (await scenarios.read(db, id))?.changedAt;
      expect(await scenarios.update(db, id, [], { by: 'Cem', seen: now })).toBeUndefined();
    }));

  test('once frozen, never change', () =>
    inStore(async (db) => {
      const id = await created(db);
      expect(await scenarios.freeze(db, id, { by })).toBeUndefined();
      expect(await scenarios.update(db, id, [], { by })).toBe('frozen');
      expect(await scenarios.rename(db, id, 'B', { by })).toBe('frozen');
      expect(await scenarios.freeze(db, id, { by })).toBe('frozen');
      expect(await scenarios.read(db, id)).toMatchObject({ name: 'A', requirements: [q1] });
      expect((await scenarios.read(db, id))?.frozenAt).toMatch(/^\d{4}-\d{2}-\d{2}T/);
    }));

  test('can be removed and brought back, unless their name has been given away', () =>
    inStore(async (db) => {
      const id = await created(db);
      await scenarios.remove(db, id, { by });
      expect(await scenarios.list(db, 1)).toEqual([]);
      expect(await scenarios.find(db, 1, 'A')).toBeUndefined();
      expect(await scenarios.update(db, id, [], { by })).toBe('unknown_scenario');
      expect((await scenarios.removed(db, 1)).map((one) => one.id)).toEqual([id]);
      const other = await created(db);
      expect(await scenarios.restore(db, id, { by })).toBe('name_taken');
      await scenarios.rename(db, other, 'B', { by });
      expect(await scenarios.restore(db, id, { by })).toBeUndefined();
      expect((await scenarios.list(db, 1)).map(({ name }) => name)).toEqual(['A', 'B']);
      expect((await scenarios.history(db, id)).map(({ act }) => act)).toEqual([
        'restore',
        'remove',
        'create'
      ]);
    }));

  test('a name is given away only by rename, and not to a name that is taken', () =>
    inStore(async (db) => {
      const [id] = [await created(db), await created(db, 'B')];
      expect(await scenarios.rename(db, id, 'b', { by })).toBe('name_taken');
      expect(await scenarios.rename(db, id, ' ', { by })).toBe('no_name');
      expect(await scenarios.rename(db, id, 'a', { by })).toBeUndefined();
    }));
});
