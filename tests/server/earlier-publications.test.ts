import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PublishedProduct } from '#lib/maturity/disclosure/changed-products.ts';
import * as publications from '#lib/server/publications.ts';
import { answersFile, importInto, smallQuestionnaire } from '#tests/commands/request.ts';
import { repetitions } from '#tests/repetitions.ts';
import { withStore } from './temp-store.ts';

/** What happened to a product since it was published. */
const fates = ['same', 'answered otherwise', 'moved', 'added', 'removed'] as const;
type Fate = (typeof fates)[number];

/** The product as a publication told of it before that happened to it; undefined where it was not there. */
function before(product: PublishedProduct, fate: Fate): PublishedProduct | undefined {
  if (fate === 'added') return undefined;
  if (fate === 'answered otherwise') return { ...product, digest: 'otherwise' };
  if (fate === 'moved') return { ...product, corridor: 'Elsewhere' };
  return fate === 'removed' ? { ...product, productId: `${product.productId} gone` } : product;
}

/** Vendor and corridors of what changed, by hand. */
function naive(now: PublishedProduct[], fates: Fate[]): string[] {
  return now
    .flatMap(({ vendorKey, corridor }, i) => {
      const fate = fates[i] ?? 'same';
      if (fate === 'same') return [];
      const one = `${vendorKey} ${fate === 'moved' ? `Elsewhere,${corridor}` : corridor}`;
      // one that was removed stands beside one that is there under another id
      return fate === 'removed' ? [one, one] : [one];
    })
    .sort();
}

test('products that were added, removed, moved or changed since each publication are found, and no others', () =>
  withStore(async (store) => {
    const rows = Array.from({ length: 8 }, (_, i) => ({
      product: `P${i}`,
      vendor: `V${i % 3}`,
      corridor: i % 2 === 0 ? 'Hôpital' : '',
      criterion: 'Q1',
      answer: String(1 + (i % 3))
    }));
    await importInto(store, { questionnaire: smallQuestionnaire, files: [answersFile('a.csv', ...rows)] });
    const now = await store.read((db) => publications.currentProducts(db, 1));
    const common = {
      campaign: 'v1',
      compared: null,
      locale: 'fr',
      author: null,
      manifest: '',
      disclosureLog: ''
    };
    const drawn: Fate[][] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...fates), { minLength: 8, maxLength: 8 }), async (own) => {
        if (own.every((fate) => fate === 'added')) return;
        const products = now.flatMap((product, i) => before(product, own[i] ?? 'same') ?? []);
        await store.write((db) =>
          publications.create(db, {
            ...common,
            fingerprint: String(drawn.length),
            files: [{ name: 'cells.csv', sha256: 'x', bytes: Buffer.from(String(drawn.length)) }],
            products: products.map((product) => ({ ...product, campaignId: 1 }))
          })
        );
        drawn.push(own);
        const found = await store.read((db) => publications.earlier(db, 1));
        const words = found.map(({ changed }) =>
          changed.map(({ vendorKey, corridors }) => `${vendorKey} ${corridors.join()}`).sort()
        );
        expect(words).toEqual(drawn.map((one) => naive(now, one)));
        expect(found.map(({ cells }) => cells)).toEqual(drawn.map((_, i) => String(i)));
      }),
      { numRuns: repetitions(10) }
    );
  }));
