import type { Constant } from './names.ts';

/**
 * Vendor and product where a file's name has both, as in `Éditeur - Produit.xlsx`: a dash between blanks parts them,
 * the first of several if the last part is no date. A path is no part of the name.
 */
export function constantsOfName(file: string): Constant[] {
  const name = file.split(/[/\\]/).at(-1) ?? '';
  const stem = name.replace(/\.[a-z0-9]{1,5}$/i, '').normalize('NFC');
  const [, text = '', date] = /^(.*?)(?:\s+[-–—]\s+(\d{4}-\d{2}-\d{2}))?$/s.exec(stem) ?? [];
  const [vendor, product] = parted(text);
  if (vendor === '' || product === '') return [];
  const constants: Constant[] = [
    { field: 'product', value: product, from: 'file' },
    { field: 'vendor', value: vendor, from: 'file' }
  ];
  return date ? [...constants, { field: 'submitted_at', value: date, from: 'file' }] : constants;
}

function parted(text: string): [string, string] {
  const [, vendor = '', product = ''] = /^(.+?)\s+[-–—]\s+(.+)$/s.exec(text) ?? [];
  return [vendor.trim(), product.trim()];
}
