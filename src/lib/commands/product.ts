import {
  exportAll,
  exportProduct,
  isProductFormat,
  productTypes,
  type ProductFormat
} from '#lib/reports/product-export/write-product.ts';
import { askedView, type AskedView } from '#lib/server/asked-view.ts';
import type { Store } from '#lib/server/store.ts';
import { done, has, last, misused, refused, type Command, type Request, type Result } from './command.ts';

async function writeOne(
  store: Store,
  asked: AskedView,
  id: string,
  format: ProductFormat,
  { locale }: Request
): Promise<Result> {
  const written = await exportProduct(store, asked, id, format, locale);
  if (!written) return refused(`unknown product: ${id}`);
  const { product, bytes } = written;
  const json = { campaign: asked.campaign.code, product: product.id, format, locale, bytes: bytes.length };
  return { ...done(json, '', [product.product]), files: [{ name: `product.${format}`, bytes }] };
}

async function writeAll(
  store: Store,
  asked: AskedView,
  format: ProductFormat,
  { locale }: Request
): Promise<Result> {
  const { products, bytes } = await exportAll(store, asked, format, locale);
  const json = { campaign: asked.campaign.code, products, format, locale, bytes: bytes.length };
  return { ...done(json, '', [`${products} files`]), files: [{ name: 'products.zip', bytes }] };
}

export const productCommand: Command = {
  usage:
    'palier product --campaign CODE (--product ID | --all) --format pdf|xlsx|csv [--locale fr|en] -o FILE [--json]',
  options: {
    campaign: { kind: 'text' },
    product: { kind: 'text' },
    all: { kind: 'flag' },
    format: { kind: 'text' },
    output: { kind: 'output', short: 'o' }
  },
  positionals: { min: 0, max: 0 },
  act: 'export',
  async run(store, request) {
    const [code, id, format] = ['campaign', 'product', 'format'].map((name) => last(request, name));
    if (!code) return misused('--campaign CODE is needed');
    if ((id === undefined) !== has(request, 'all')) return misused('either --product ID or --all is needed');
    if (!isProductFormat(format))
      return misused(`--format is one of ${Object.keys(productTypes).join(', ')}`);
    if (!last(request, 'output')) return misused('-o FILE is needed');
    const asked = await store.read((db) => askedView(db, code, []));
    if (!asked) return refused(`unknown campaign: ${code}`);
    return id === undefined
      ? writeAll(store, asked, format, request)
      : writeOne(store, asked, id, format, request);
  }
};
