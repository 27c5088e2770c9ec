import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import { fold } from '#lib/i18n/fold.ts';
import type { Name } from '#lib/server/resolved-names.ts';
import { productId } from '#lib/server/product-id.ts';
import * as renamings from '#lib/server/renamings.ts';
import { contents, type Store } from '#lib/server/store.ts';
import { answersFile, importInto, request, smallQuestionnaire, statsOf } from '#tests/commands/request.ts';
import { withStore } from './temp-store.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(4);

interface Said extends Name {
  day: number;
  level: number;
}

const name = fc.record({
  vendor: fc.constantFrom('Une', 'Deux', 'Trois'),
  product: fc.constantFrom('A', 'B', 'C')
});
const said = fc.record({
  vendor: fc.constantFrom('Une', 'Deux'),
  product: fc.constantFrom('A', 'B', 'C'),
  day: fc.integer({ min: 1, max: 3 }),
  level: fc.integer({ min: 1, max: 3 })
});
const act = fc.oneof(
  fc.record({ merge: name, into: name }),
  fc.record({ rename: name, to: name }),
  fc.record({
    vendor: fc.constantFrom('Une', 'Deux', 'Trois'),
    becomes: fc.constantFrom('Une', 'Deux', 'Trois')
  })
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

const idOf = ({ vendor, product }: Name) => productId(vendor, product);

function perform(store: Store, one: Act) {
  return store.write((db) => {
    if ('merge' in one) return renamings.merge(db, idOf(one.merge), idOf(one.into));
    if ('rename' in one) return renamings.rename(db, idOf(one.rename), one.to);
    return renamings.renameVendor(db, one.vendor, one.becomes);
  });
}

/** The plain reading: a product is a name; each act that was kept changes names all over, as with a pencil. */
function rewritten(names: Map<string, Name>, one: Act): void {
  const key = (n: Name) => `${n.vendor}/${n.product}`;
  const standsFor = (n: Name) => names.get(key(n)) ?? n;
  const change = (from: Name, to: Name) => {
    for (const [declared, shown] of names) if (key(shown) === key(from)) names.set(declared, to);
  };
  if ('merge' in one) change(standsFor(one.merge), standsFor(one.into));
  else if ('rename' in one) change(standsFor(one.rename), one.to);
  else
    for (const shown of [...names.values()])
      if (shown.vendor === one.vendor) change(shown, { ...shown, vendor: one.becomes });
}

function fileOf(list: Said[], names: Map<string, Name> = new Map()) {
  const rows = list.map(({ vendor, product, day, level }) => ({
    ...(names.get(`${vendor}/${product}`) ?? { vendor, product }),
    submitted_at: `2026-01-0${day}`,
    answer: String(level)
  }));
  return rows;
}

async function importEach(store: Store, list: Said[], names?: Map<string, Name>) {
  for (const row of fileOf(list, names))
    await importInto(store, { questionnaire: smallQuestionnaire, files: [answersFile('a.csv', row)] });
}

/** All figures but ids, which say which name was there first. */
async function figures(store: Store) {
  const { overview, criteria, products } = await statsOf(store);
  const rows = products.map((row) => ({ ...row, id: '' }));
  return {
    overview,
    criteria,
    products: rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  };
}

function distinctNames(list: Said[]): Map<string, Name> {
  return new Map(list.map(({ vendor, product }) => [`${vendor}/${product}`, { vendor, product }]));
}

test('figures after merges and renames are those of files that had the names from the start', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(said, { minLength: 1, maxLength: 5 }),
      fc.array(act, { minLength: 1, maxLength: 4 }),
      fc.array(said, { maxLength: 2 }),
      async (before, acts, after) => {
        await withStore((store) =>
          withStore(async (naive) => {
            await importEach(store, before);
            const names = distinctNames(before);
            for (const one of acts)
              if (typeof (await perform(store, one)) === 'number') rewritten(names, one);
            await importEach(naive, before, names);
            expect(await figures(store)).toEqual(await figures(naive));
            const known = after.filter(({ vendor, product }) => names.has(`${vendor}/${product}`));
            await importEach(store, known);
            await importEach(naive, known, names);
            expect(await figures(store)).toEqual(await figures(naive));
          })
        );
      }
    ),
    { numRuns: runs }
  );
});

test('taken back in whatever order, all is as before', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(said, { minLength: 2, maxLength: 5 }),
      fc.array(fc.tuple(act, fc.nat()), { minLength: 1, maxLength: 4 }),
      async (before, acts) => {
        await withStore(async (store) => {
          await importEach(store, before);
          const untouched = await store.read(contents);
          const made: { id: number; order: number }[] = [];
          for (const [one, order] of acts) {
            const id = await perform(store, one);
            if (typeof id === 'number') made.push({ id, order });
          }
          for (const { id } of made.sort((a, b) => a.order - b.order))
            expect(await store.write((db) => renamings.retract(db, id))).toBe(true);
          const after = await store.read(contents);
          expect(after['renaming']).toHaveLength(made.length);
          expect({ ...after, renaming: [] }).toEqual(untouched);
        });
      }
    ),
    { numRuns: runs }
  );
});

async function twoProducts(store: Store) {
  const row = { vendor: 'Acme', product: 'Portail', submitted_at: '2026-01-01', answer: '3' };
  await importInto(store, { questionnaire: smallQuestionnaire, files: [answersFile('a.csv', row)] });
  const later = { ...row, product: 'Portails', submitted_at: '2026-02-01', answer: '1' };
  await importInto(store, { files: [answersFile('b.csv', later)] });
  return { older: productId('Acme', 'Portail'), younger: productId('Acme', 'Portails'), row, later };
}

describe('a merge', () => {
  test('keeps the older id whichever name is kept, redirects the other, and the latest response is in force', () =>
    withStore(async (store) => {
      const { older, younger } = await twoProducts(store);
      await store.write((db) => renamings.merge(db, older, younger));
      const { overview, products } = await statsOf(store);
      expect(overview.products).toBe(1);
      expect(products).toMatchObject([{ id: older, product: 'Portails', attained: 0 }]);
      expect(await store.read((db) => renamings.keptId(db, younger))).toBe(older);
      expect(await store.read((db) => renamings.keptId(db, older))).toBe(older);
    }));

  test('holds for later files under either name, and a file sent again is known', () =>
    withStore(async (store) => {
      const { older, younger, row, later } = await twoProducts(store);
      await store.write((db) => renamings.merge(db, younger, older));
      const again = await importInto(store, { files: [answersFile('b.csv', later)] });
      expect(again.report.issues.map(({ code }) => code)).toEqual(['already_imported']);
      const next = { ...later, submitted_at: '2026-03-01', answer: '3' };
      await importInto(store, { files: [answersFile('c.csv', next)] });
      expect((await statsOf(store)).products).toMatchObject([{ id: older, product: 'Portail', attained: 1 }]);
      const old = await importInto(store, { files: [answersFile('d.csv', { ...row, answer: '2' })] });
      expect(old.report.accepted.products).toBe(1);
      expect((await statsOf(store)).products).toMatchObject([{ id: older, attained: 1 }]);
    }));

  test('a merged name is warned about no more', () =>
    withStore(async (store) => {
      const { older, younger, later } = await twoProducts(store);
      const next = { ...later, submitted_at: '2026-03-01' };
      const codes = async () => {
        const { report } = await importInto(store, {
          files: [answersFile('c.csv', next)],
          flags: ['dry-run']
        });
        return report.issues.map(({ code }) => code);
      };
      expect(await codes()).toContain('near_product');
      await store.write((db) => renamings.merge(db, younger, older));
      expect(await codes()).not.toContain('near_product');
    }));

  test('is refused of a product with itself and of unknown ones', () =>
    withStore(async (store) => {
      const { older, younger } = await twoProducts(store);
      const merge = (a: string, b: string) => store.write((db) => renamings.merge(db, a, b));
      expect(await merge(older, older)).toBe('same_product');
      expect(await merge(older, '000000000000')).toBe('unknown_product');
      await merge(younger, older);
      expect(await merge(younger, older)).toBe('same_product');
    }));
});

describe('a rename', () => {
  test('keeps the id, and the new name’s own id leads there', () =>
    withStore(async (store) => {
      const { older } = await twoProducts(store);
      await store.write((db) => renamings.rename(db, older, { product: 'Guichet', vendor: 'Nouvelle' }));
      const row = (await statsOf(store)).products.find(({ id }) => id === older);
      expect(row).toMatchObject({ product: 'Guichet', vendor: 'Nouvelle' });
      expect(await store.read((db) => renamings.keptId(db, productId('Nouvelle', 'Guichet')))).toBe(older);
    }));

  test('to another product’s name is refused: that is a merge', () =>
    withStore(async (store) => {
      const { older } = await twoProducts(store);
      const rename = (product: string) => store.write((db) => renamings.rename(db, older, { product }));
      expect(await rename('PORTAILS')).toBe('taken');
      expect(await rename('Portail')).toBe('no_change');
      expect(await rename(' ')).toBe('no_name');
      expect(await rename('PORTAIL')).toBeTypeOf('number');
      expect((await statsOf(store)).products.map(({ product }) => product)).toContain('PORTAIL');
    }));

  test('of a vendor unites its products with those of the other spelling', () =>
    withStore(async (store) => {
      const row = { vendor: 'Acme', product: 'P', answer: '1', submitted_at: '2026-01-01' };
      const other = { ...row, vendor: 'Acmé SARL', answer: '3', submitted_at: '2026-02-01' };
      const own = { ...other, product: 'Q' };
      await importInto(store, {
        questionnaire: smallQuestionnaire,
        files: [answersFile('a.csv', row, other, own)]
      });
      expect((await statsOf(store)).overview).toMatchObject({ vendors: 2, products: 3 });
      await store.write((db) => renamings.renameVendor(db, 'ACME SARL', 'Acme'));
      expect((await statsOf(store)).overview).toMatchObject({ vendors: 1, products: 2 });
      expect(await store.read((db) => renamings.keptVendor(db, 'Acmé sarl'))).toBe('Acme');
      await importInto(store, { files: [answersFile('b.csv', { ...own, product: 'R' })] });
      const { products } = await statsOf(store);
      expect(products.map(({ vendor }) => fold(vendor))).toEqual(['acme', 'acme', 'acme']);
    }));
});

test('an expected product is found under either name', () =>
  withStore(async (store) => {
    const { older, younger } = await twoProducts(store);
    await store.write((db) => renamings.merge(db, older, younger));
    const lines = 'product,vendor,corridor\nPortail,Acme,\nPortails,Acme,\n';
    const expected = [{ name: 'e.csv', bytes: new TextEncoder().encode(lines) }];
    await execute(
      store,
      request('campaign', { positionals: ['v1'], files: { expected }, options: { expected: ['e.csv'] } })
    );
    const { json } = await execute(store, request('campaigns'));
    expect(json).toMatchObject([{ expected: 1, products: 1 }]);
  }));
