import Papa from 'papaparse';
import { parseHTML } from 'linkedom';
import { readContainer } from '#lib/ingest/containers/reading.ts';
import { partsOf } from '../parts.ts';
import { pdfText } from '../pdf-text.ts';

/** Rows of each figure by its name, headings first; cells as texts, numbers unrounded. */
export type FigureRows = Map<string, string[][]>;

export async function csvRows(bytes: Uint8Array): Promise<FigureRows> {
  const parts = [...(await partsOf(bytes))].filter(([name]) => name.endsWith('.csv') && name !== 'cells.csv');
  return new Map(
    parts.map(([name, text]) => [
      name.replace('.csv', ''),
      Papa.parse<string[]>(String(text).replace(/^\ufeff/, ''), { skipEmptyLines: true }).data
    ])
  );
}

/** Stands for a cell that a page shows as masked, whatever its words. */
export const masked = 'masked';

/** The number or text that a cell is sorted by; where there is none, nothing or a masked cell. */
function htmlCell(cell: Element): string {
  if (cell.classList.contains('m')) return masked;
  const text = cell.textContent.trim();
  return cell.getAttribute('data-v') ?? (text === '–' ? '' : text);
}

export function htmlRows(bytes: Uint8Array): FigureRows {
  const { document } = parseHTML(Buffer.from(bytes).toString());
  const figures = [...document.querySelectorAll('[id]')].filter(({ id }) => !id.startsWith('section-'));
  return new Map(
    figures.map((figure) => [
      figure.id,
      [...figure.querySelectorAll('tr')].map((row) => [...row.children].map(htmlCell))
    ])
  );
}

/** Each figure has a sheet of its name, with its title above the rows and its notes below. */
export async function xlsxRows(bytes: Uint8Array, names: Iterable<string>): Promise<FigureRows> {
  const rows: FigureRows = new Map();
  for (const name of names) {
    const read = await readContainer({ zip: bytes, sheet: name });
    if (!('grid' in read)) throw new Error(JSON.stringify(read));
    rows.set(
      name,
      read.grid.rows.map((row) => row.map(String))
    );
  }
  return rows;
}

/** Words and numbers as they follow each other on the pages. */
export function pdfTokens(bytes: Uint8Array): string[] {
  return tokensOf(pdfText(bytes));
}

export function tokensOf(text: string): string[] {
  return text.split(/[\s/]+/u).filter((token) => token !== '');
}

/** The values of each native chart, one series after the other. */
export async function chartValues(pptx: Uint8Array): Promise<number[][]> {
  const parts = [...(await partsOf(pptx))].filter(([name]) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
  return parts.map(([, xml]) =>
    [...String(xml).matchAll(/<c:val>.*?<\/c:val>/gs)].flatMap(([series]) =>
      [...series.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value))
    )
  );
}
