import { createHash } from 'node:crypto';
import { fold } from '#lib/i18n/fold.ts';
import type { ProductFigures } from '#lib/maturity/figures.ts';

/** What old systems keep for devices, whatever the ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const longest = 60;

/** Letters and digits of a name, with hyphens for all else: it holds no path, no dot, nothing that hides. */
export function safeName(name: string): string {
  const kept = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-/, '');
  const short = [...kept].slice(0, longest).join('').replace(/-$/, '');
  if (short === '') return 'x';
  return reserved.test(short) ? `${short}-x` : short;
}

/**
 * Each vendor's folder, by its folded name. Two vendors whose safe names are one get different folders all the same: a
 * folder is sent to its vendor, and may hold nobody else's file.
 */
export function vendorFolders(products: readonly Pick<ProductFigures, 'vendor'>[]): Map<string, string> {
  const vendors = new Map<string, string>();
  for (const { vendor } of products)
    if (!vendors.has(fold(vendor))) vendors.set(fold(vendor), safeName(vendor));
  const names = [...vendors.values()].map(fold);
  return new Map(
    [...vendors].map(([key, name]) => {
      const isOnly = names.filter((other) => other === fold(name)).length === 1;
      return [key, isOnly ? name : `${name}-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`];
    })
  );
}

/** Unique by the id, whatever the product is called. */
export function productFile({ product, id }: ProductFigures, ending: string): string {
  return `${safeName(product)}-${safeName(id)}.${ending}`;
}
