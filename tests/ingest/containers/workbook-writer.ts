import { zip, type EntryToWrite } from './zip-writer.ts';

/** A cell: text, a number, a truth value, a date (in the workbook's second format), nothing, or XML as it is. */
export type CellToWrite = string | number | boolean | Date | null | { xml: string };

export interface SheetToWrite {
  name: string;
  rows?: CellToWrite[][];
  /** In the place of rows. */
  xml?: string;
  state?: string;
}

export interface WorkbookToWrite {
  sheets: SheetToWrite[];
  /** Texts in a part of their own, as Excel writes them, instead of in their cells. */
  isShared?: boolean;
  is1904?: boolean;
  /** Codes of the cell formats from the third on. */
  formats?: string[];
  /** Parts besides. */
  parts?: EntryToWrite[];
  /** Prefix of all elements, such as `x:`. */
  prefix?: string;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A workbook's bytes. */
export function workbook(written: WorkbookToWrite | CellToWrite[][]): Uint8Array {
  return zip(
    ...workbookParts(Array.isArray(written) ? { sheets: [{ name: 'Feuille', rows: written }] } : written)
  );
}

export function workbookParts(written: WorkbookToWrite): EntryToWrite[] {
  const { sheets, isShared = false, is1904 = false, formats = [], parts = [], prefix: p = '' } = written;
  const strings: string[] = [];
  const sheetParts = sheets.map((sheet, i) => ({
    name: `xl/worksheets/sheet${i + 1}.xml`,
    data: sheet.xml ?? sheetXml(sheet.rows ?? [], isShared ? strings : undefined, p)
  }));
  const xmlns = p === '' ? `xmlns="${main}"` : `xmlns:${p.slice(0, -1)}="${main}"`;
  const list = sheets.map(
    ({ name, state }, i) =>
      `<${p}sheet name="${escaped(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`
  );
  const relations = [
    ...sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
    relation('rIdStyles', 'styles', '/xl/styles.xml'),
    ...(isShared ? [relation('rIdStrings', 'sharedStrings', 'sharedStrings.xml')] : [])
  ];
  const texts = strings.map(
    (text) => `<${p}si><${p}t xml:space="preserve">${escaped(text)}</${p}t></${p}si>`
  );
  return [
    { name: '[Content_Types].xml', data: `${start}<Types/>` },
    { name: '_rels/.rels', data: relationships([relation('rId1', 'officeDocument', 'xl/workbook.xml')]) },
    {
      name: 'xl/workbook.xml',
      data: `${start}<${p}workbook ${xmlns} xmlns:r="${office}"><${p}workbookPr date1904="${is1904 ? 1 : 0}"/><${p}sheets>${list.join('')}</${p}sheets></${p}workbook>`
    },
    { name: 'xl/_rels/workbook.xml.rels', data: relationships(relations) },
    { name: 'xl/styles.xml', data: stylesXml(formats) },
    ...(isShared
      ? [{ name: 'xl/sharedStrings.xml', data: `${start}<${p}sst ${xmlns}>${texts.join('')}</${p}sst>` }]
      : []),
    ...sheetParts.map(({ name, data }) => ({ name, data: data.replace('XMLNS', xmlns) })),
    ...parts
  ];
}

/** A sheet with these rows' XML. */
export function sheetOf(rows: string): string {
  return `${start}<worksheet XMLNS><sheetData>${rows}</sheetData></worksheet>`;
}

function sheetXml(rows: CellToWrite[][], strings: string[] | undefined, p: string): string {
  const written = rows.map((cells, i) => {
    const row = cells.map((cell, j) => cellXml(cell, `${letters(j)}${i + 1}`, strings, p)).join('');
    return row === '' ? '' : `<${p}row r="${i + 1}">${row}</${p}row>`;
  });
  return `${start}<${p}worksheet XMLNS><${p}sheetData>${written.join('')}</${p}sheetData></${p}worksheet>`;
}

function cellXml(cell: CellToWrite, address: string, strings: string[] | undefined, p: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<${p}c r="${address}"><${p}v>${cell}</${p}v></${p}c>`;
  if (typeof cell === 'boolean') return `<${p}c r="${address}" t="b"><${p}v>${cell ? 1 : 0}</${p}v></${p}c>`;
  if (cell instanceof Date) return `<${p}c r="${address}" s="1"><${p}v>${serial(cell)}</${p}v></${p}c>`;
  if (typeof cell === 'object')
    return cell.xml.replace('<c ', `<c r="${address}" `).replace('<c>', `<c r="${address}">`);
  if (strings) {
    const known = strings.indexOf(cell);
    const at = known >= 0 ? known : strings.push(cell) - 1;
    return `<${p}c r="${address}" t="s"><${p}v>${at}</${p}v></${p}c>`;
  }
  return `<${p}c r="${address}" t="inlineStr"><${p}is><${p}t xml:space="preserve">${escaped(cell)}</${p}t></${p}is></${p}c>`;
}

function serial(date: Date): number {
  return (date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000;
}

function stylesXml(formats: string[]): string {
  const codes = formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${escaped(code)}"/>`);
  const used = formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`);
  return `${start}<styleSheet xmlns="${main}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>${used.join('')}</cellXfs></styleSheet>`;
}

export function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
}

export function relationships(relations: string[]): string {
  return `${start}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`;
}

/** `A` for 0, `AA` for 26. */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** What looks like a character's code is escaped by one itself, as spreadsheets do. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');
}
