import type { Locale } from '#lib/i18n/locale.ts';
import { fold } from '#lib/i18n/fold.ts';
import type { ProductFigures } from '#lib/maturity/figures.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import type { Store } from '#lib/server/store.ts';
import { cautionWords, fileDate } from '../dossier/origin-words.ts';
import { markingOf } from '../dossier/internal-dossier.ts';
import { zip, type ZipEntry } from '../zip.ts';
import * as exportData from './export-data.ts';
import type { ExportedProduct } from './export-data.ts';
import { productFile, vendorFolders } from './file-names.ts';
import { productCsv } from './product-csv.ts';
import { productDossier } from './product-dossier.ts';

type Bytes = Uint8Array<ArrayBuffer>;

type Writer = (exported: ExportedProduct, marking: string, locale: Locale) => Promise<Bytes>;

/** A product's export by the ending of its file's name, its writer loaded when one is asked for. */
const writers = {
  async pdf(exported, marking, locale) {
    const { compilePdf } = await import('../writers/pdf/dossier-pdf.ts');
    const { productTypst } = await import('../writers/pdf/product-typst.ts');
    const dossier = productDossier(exported, marking, locale);
    return compilePdf(productTypst(dossier), fileDate(dossier));
  },
  async xlsx(exported, marking, locale) {
    const { dossierXlsx } = await import('../writers/xlsx/dossier-xlsx.ts');
    return dossierXlsx(productDossier(exported, marking, locale));
  },
  async csv(exported, marking, locale) {
    const cautions = cautionWords(productDossier(exported, marking, locale));
    return new TextEncoder().encode(productCsv(exported, cautions, locale));
  }
} satisfies Record<string, Writer>;

export type ProductFormat = keyof typeof writers;

export const productTypes: Record<ProductFormat, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8'
};

export function isProductFormat(format: string | undefined): format is ProductFormat {
  return format !== undefined && Object.hasOwn(writers, format);
}

/** One product's file; undefined where the product has no response in view. The same data give the same bytes. */
export async function exportProduct(
  store: Store,
  asked: AskedView,
  id: string,
  format: ProductFormat,
  locale: Locale
): Promise<{ product: ProductFigures; bytes: Bytes } | undefined> {
  const product = (await exportData.list(store, asked)).find((one) => one.id === id.toLowerCase());
  if (!product) return undefined;
  const exported = await exportData.read(store, asked, product);
  return { product, bytes: await writers[format](exported, await markingOf(store, locale), locale) };
}

/** Every product's file in its vendor's folder, as one archive. */
export async function exportAll(
  store: Store,
  asked: AskedView,
  format: ProductFormat,
  locale: Locale
): Promise<{ products: number; bytes: Bytes }> {
  const products = await exportData.list(store, asked);
  const folders = vendorFolders(products);
  const marking = await markingOf(store, locale);
  const entries: ZipEntry[] = [];
  for (const product of products) {
    const exported = await exportData.read(store, asked, product);
    const name = `${folders.get(fold(product.vendor)) ?? ''}/${productFile(product, format)}`;
    entries.push({ name, data: await writers[format](exported, marking, locale) });
  }
  return { products: products.length, bytes: zip(entries) };
}
