import { xmlHead, xmlText } from '../xml-text.ts';
import type { ZipEntry } from '../zip.ts';
import { headerRow, type Sheet, type SheetChart } from './sheet.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
const main = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const chart = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
/** The measure of drawings. */
const unitsInCentimetre = 360_000;

function relationship(type: string, target: string): string {
  return `${xmlHead}<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
}

/** A table longer than this has its chart at its right, for below it nobody would find it. */
const longTable = 25;

/** The cell, from 0, at which the chart begins. */
function placeOf(sheet: Sheet): { column: number; row: number } {
  const { columns, rows, notes = [] } = sheet;
  return rows.length > longTable
    ? { column: columns.length + 1, row: headerRow(sheet) }
    : { column: 0, row: headerRow(sheet) + rows.length + notes.length + 2 };
}

function drawingXml(sheet: Sheet, { alternative, width, height }: SheetChart): string {
  const { column, row } = placeOf(sheet);
  const size = `cx="${Math.round(width * unitsInCentimetre)}" cy="${Math.round(height * unitsInCentimetre)}"`;
  const from = `<xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>`;
  const name = `<xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1" descr="${xmlText(alternative)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`;
  const frame = `<xdr:graphicFrame macro="">${name}<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${chart}"><c:chart xmlns:c="${chart}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
  return `${xmlHead}<xdr:wsDr xmlns:xdr="${drawing}" xmlns:a="${main}" xmlns:r="${office}"><xdr:oneCellAnchor>${from}<xdr:ext ${size}/>${frame}<xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`;
}

/** The parts that hold a sheet's chart, all numbered as the sheet is; none where it has none. */
export function chartParts(sheet: Sheet, number: number): ZipEntry[] {
  if (!sheet.chart) return [];
  return [
    {
      name: `xl/worksheets/_rels/sheet${number}.xml.rels`,
      data: relationship('drawing', `../drawings/drawing${number}.xml`)
    },
    { name: `xl/drawings/drawing${number}.xml`, data: drawingXml(sheet, sheet.chart) },
    {
      name: `xl/drawings/_rels/drawing${number}.xml.rels`,
      data: relationship('chart', `../charts/chart${number}.xml`)
    },
    { name: `xl/charts/chart${number}.xml`, data: sheet.chart.xml }
  ];
}

export function chartTypes(sheet: Sheet, number: number): string {
  if (!sheet.chart) return '';
  const type = 'application/vnd.openxmlformats-officedocument';
  return `<Override PartName="/xl/drawings/drawing${number}.xml" ContentType="${type}.drawing+xml"/><Override PartName="/xl/charts/chart${number}.xml" ContentType="${type}.drawingml.chart+xml"/>`;
}
