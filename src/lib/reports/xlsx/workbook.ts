import { xmlHead, xmlText } from '../xml-text.ts';
import { zip, type ZipEntry } from '../zip.ts';
import { chartParts, chartTypes } from './drawing.ts';
import { sharedStrings } from './shared-strings.ts';
import { columnName, headerRow, type Sheet } from './sheet.ts';
import { sheetNames } from './sheet-names.ts';
import { sheetXml } from './sheet-xml.ts';
import { stylesXml } from './styles.ts';
import { themeXml } from './theme.ts';

export interface Workbook {
  title: string;
  /** The day that the file gives as its own, ISO: that of the data, never of the writing. */
  date: string;
  sheets: Sheet[];
  /** At the foot of every printed page. */
  footer?: string;
  /** The colours that charts name. */
  colourScheme?: string;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function contentTypes({ sheets, colourScheme }: Workbook): string {
  const own = sheets.map(
    (sheet, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>${chartTypes(sheet, i + 1)}`
  );
  const theme =
    colourScheme === undefined
      ? ''
      : '<Override PartName="/xl/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>';
  return `${xmlHead}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>${own.join('')}${theme}<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${spreadsheet}.sharedStrings+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
}

function relationships(...entries: [type: string, target: string][]): string {
  const lines = entries.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`
  );
  return `${xmlHead}<Relationships xmlns="${packages}/relationships">${lines.join('')}</Relationships>`;
}

/** Quoted as addresses want it, whatever the name. */
function quoted(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** The head of a table is repeated on every printed page. */
function printTitle(sheet: Sheet, name: string, i: number): string {
  if (sheet.columns.length === 0) return '';
  const row = headerRow(sheet);
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${xmlText(quoted(name))}!$${row}:$${row}</definedName>`;
}

function filterName(sheet: Sheet, name: string, i: number): string {
  if (sheet.columns.length === 0 || sheet.rows.length === 0) return '';
  const [head, last] = [headerRow(sheet), columnName(sheet.columns.length - 1)];
  return `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${xmlText(quoted(name))}!$A$${head}:$${last}$${head + sheet.rows.length}</definedName>`;
}

function workbookXml(sheets: Sheet[]): string {
  const names = sheetNames(sheets.map(({ name }) => name));
  const listed = names.map(
    (name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`
  );
  const defined = sheets.map((sheet, i) => {
    const name = names[i] ?? '';
    return filterName(sheet, name, i) + printTitle(sheet, name, i);
  });
  const definedNames = defined.join('') === '' ? '' : `<definedNames>${defined.join('')}</definedNames>`;
  return `${xmlHead}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets>${definedNames}</workbook>`;
}

function coreXml({ title, date }: Workbook): string {
  const at = `<dcterms:created xsi:type="dcterms:W3CDTF">${date.slice(0, 10)}T00:00:00Z</dcterms:created>`;
  return `${xmlHead}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>Palier</dc:creator>${at}</cp:coreProperties>`;
}

/**
 * The workbook's bytes. Numbers stay numbers, unrounded; a text never runs as a formula. The same workbook gives the
 * same bytes.
 */
export function xlsx(workbook: Workbook): Uint8Array<ArrayBuffer> {
  const { sheets, colourScheme, footer = '' } = workbook;
  const theme = colourScheme === undefined ? [] : [themeXml(colourScheme)];
  const strings = sharedStrings();
  const pages = sheets.map((sheet, i): ZipEntry => ({
    name: `xl/worksheets/sheet${i + 1}.xml`,
    data: sheetXml(sheet, strings, {
      isFirst: i === 0,
      footer,
      after: sheet.chart ? '<drawing r:id="rId1"/>' : ''
    })
  }));
  const targets = sheets.map((_, i): [string, string] => [
    `${office}/worksheet`,
    `worksheets/sheet${i + 1}.xml`
  ]);
  return zip([
    { name: '[Content_Types].xml', data: contentTypes(workbook) },
    {
      name: '_rels/.rels',
      data: relationships(
        [`${office}/officeDocument`, 'xl/workbook.xml'],
        [`${packages}/relationships/metadata/core-properties`, 'docProps/core.xml']
      )
    },
    { name: 'docProps/core.xml', data: coreXml(workbook) },
    { name: 'xl/workbook.xml', data: workbookXml(sheets) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relationships(
        ...targets,
        [`${office}/styles`, 'styles.xml'],
        [`${office}/sharedStrings`, 'sharedStrings.xml'],
        ...theme.map((): [string, string] => [`${office}/theme`, 'theme/theme1.xml'])
      )
    },
    { name: 'xl/styles.xml', data: stylesXml() },
    ...theme.map((data): ZipEntry => ({ name: 'xl/theme/theme1.xml', data })),
    ...pages,
    ...sheets.flatMap((sheet, i) => chartParts(sheet, i + 1)),
    { name: 'xl/sharedStrings.xml', data: strings.xml() }
  ]);
}
