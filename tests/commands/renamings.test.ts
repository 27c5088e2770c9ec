import { expect, test } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import { productId } from '#lib/server/product-id.ts';
import type { Store } from '#lib/server/store.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { answersFile, importInto, request, smallQuestionnaire, statsOf } from './request.ts';

const [portal, other] = [productId('Acme', 'Portail'), productId('Acme', 'Portails')];

function palier(store: Store, command: string, positionals: string[], options: Record<string, string> = {}) {
  const lists = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, [value]]));
  return execute(store, request(command, { positionals, options: lists }));
}

function withTwo(work: (store: Store) => Promise<void>) {
  return withStore(async (store) => {
    const rows = ['Portail', 'Portails'].map((product) => ({ vendor: 'Acme', product, answer: '3' }));
    await importInto(store, { questionnaire: smallQuestionnaire, files: [answersFile('a.csv', ...rows)] });
    await work(store);
  });
}

const products = async (store: Store) => (await statsOf(store)).overview.products;

test('merge, renamings and unmerge: the product counts once, then twice again, and the history says by whom', () =>
  withTwo(async (store) => {
    const merged = await palier(store, 'merge', [other], { into: portal, reason: 'faute', by: 'Ana' });
    expect(merged).toMatchObject({ exit: 0, json: { id: 1 } });
    expect(await products(store)).toBe(1);
    expect((await palier(store, 'renamings', [])).text).toBe(
      `1\tmerge\t“Portails” (Acme) → “Portail” (Acme)\t${portal}\tAna\tfaute\tin force\n`
    );
    expect(await palier(store, 'unmerge', ['1'], { by: 'Bob' })).toMatchObject({ exit: 0 });
    expect(await products(store)).toBe(2);
    expect((await palier(store, 'renamings', [])).json).toMatchObject([{ by: 'Ana', retractedBy: 'Bob' }]);
    expect(await palier(store, 'unmerge', ['1'])).toMatchObject({ exit: 1 });
  }));

test('rename of a product and of a vendor', () =>
  withTwo(async (store) => {
    expect(await palier(store, 'rename', [portal], { product: 'Guichet' })).toMatchObject({ exit: 0 });
    expect(await palier(store, 'rename-vendor', ['ACME'], { to: 'Acme Santé' })).toMatchObject({ exit: 0 });
    const { products } = await statsOf(store);
    expect(products.map(({ id, product, vendor }) => [id, product, vendor]).sort()).toEqual(
      [
        [portal, 'Guichet', 'Acme Santé'],
        [other, 'Portails', 'Acme Santé']
      ].sort()
    );
  }));

test.each([
  { words: ['merge', other], options: {}, exit: 2, says: '--into ID is needed' },
  { words: ['merge', other], options: { into: 'x' }, exit: 1, says: 'No product of this id' },
  { words: ['rename', portal], options: {}, exit: 2, says: '--product NAME' },
  { words: ['rename', portal], options: { product: 'Portails' }, exit: 1, says: 'merge them' },
  { words: ['rename-vendor', 'Nobody'], options: { to: 'X' }, exit: 1, says: 'No vendor of this name' },
  { words: ['unmerge', '1.5'], options: {}, exit: 1, says: 'no merge or rename in force' }
])('$exit for $words $options', ({ words: [name = '', ...rest], options, exit, says }) =>
  withTwo(async (store) => {
    const result = await palier(store, name, rest, options as Record<string, string>);
    expect(result.exit).toBe(exit);
    expect(result.messages.join()).toContain(says);
    expect(await products(store)).toBe(2);
  })
);
