import { productId } from '#lib/server/product-id.ts';

/** What the parts of addresses stand for: things that are there, so that what is refused is there. */
export interface Things {
  product: string;
  vendor: string;
  code: string;
  criterion: string;
  upload?: string;
  token?: string;
  fingerprint?: string;
}

const ofSample: Things = {
  product: productId('Klermoa', 'Agenda'),
  vendor: 'Dorvanec',
  code: 'v1',
  criterion: 'Q07'
};

function parts({
  product,
  vendor,
  code,
  criterion,
  upload,
  token,
  fingerprint
}: Things): Record<string, string> {
  return {
    '[code]/[question]': `${code}/overview`,
    '/criteria/[code]': `/criteria/${criterion}`,
    '[code]': code,
    '[question]': 'criteria',
    '[item]': criterion,
    '[list]': 'campaigns',
    '[...path]': 'x/y/z',
    '[id].[format]': `${product}.pdf`,
    '/notices/[name]': '/notices/legal',
    '[name]': encodeURIComponent(vendor),
    '[format]': 'csv',
    '/imports/[id]': `/imports/${upload ?? '0'.repeat(32)}`,
    '/products/[id]': `/products/${product}`,
    '[id]': product,
    '[page]/[file]': 'overview/bands.csv',
    '[file]': 'bands.csv',
    '[fingerprint]': fingerprint ?? '0'.repeat(64),
    '[token]': token ?? 'x'.repeat(43)
  };
}

export function addressOf(route: string, things = ofSample): string {
  return Object.entries(parts(things)).reduce((path, [part, value]) => path.replaceAll(part, value), route);
}
