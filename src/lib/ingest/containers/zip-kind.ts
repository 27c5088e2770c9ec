import type { Zip } from './zip.ts';

export type ZipKind = 'workbook' | 'archive' | 'xlsb' | 'office' | 'ods';

/** What a zip holds by its entries, whatever its extension says: a workbook is itself a zip. */
export function zipKind({ entries }: Zip): ZipKind {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.has('xl/workbook.bin')) return 'xlsb';
  if (names.has('[content_types].xml'))
    return [...names].some((name) => name.startsWith('xl/')) ? 'workbook' : 'office';
  if (names.has('mimetype') && names.has('meta-inf/manifest.xml')) return 'ods';
  return names.has('index/document.iwa') ? 'office' : 'archive';
}
