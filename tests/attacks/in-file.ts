import { inflateSync } from 'node:zlib';
import Papa from 'papaparse';
import { SaxesParser } from 'saxes';
import { partsOf } from '#tests/reports/parts.ts';
import { foreign } from './gains.ts';

const isNumber = (cell: string) => /^[-+]?\d+([.,]\d+)?$/.test(cell);

/** Cells that a spreadsheet would run, headings too. */
function runCells(text: string): string[] {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''));
  return data.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && !isNumber(cell));
}

/** What is wrong with the XML of an office file: where it is none, runs a formula, or leads out. */
function inXml(name: string, xml: string): string[] {
  const found: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => found.push(`${name}: ${message}`));
  parser.on('opentag', ({ name: tag, attributes }) => {
    if (tag === 'f') found.push(`${name}: a formula`);
    if (attributes['TargetMode'] === 'External') found.push(`${name}: leads to ${attributes['Target']}`);
  });
  parser.write(xml).close();
  return found;
}

/** What runs when a PDF is opened, or leads elsewhere; looked for in its streams too. */
function inPdf(bytes: Buffer): string[] {
  const raw = bytes.toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    try {
      return inflateSync(bytes.subarray(index + length), { finishFlush: 2 }).toString('latin1');
    } catch {
      return ''; // a picture or a font that is packed otherwise
    }
  });
  return [raw, ...streams].flatMap((text) =>
    [...text.matchAll(/\/(JavaScript|JS|Launch|OpenAction|SubmitForm)\b|\/URI ?\([^)]*elsewhere/g)].map(
      ([sign]) => sign
    )
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function inArchive(bytes: Buffer): Promise<string[]> {
  const found: string[] = [];
  for (const [name, part] of await partsOf(bytes)) {
    if (/^\/|\.\.|\\/.test(name)) found.push(`${name}: a path`);
    found.push(...(await inFile(name, part)));
  }
  return found;
}

/** What an attacker gains in a file, told by its name's ending. */
export async function inFile(name: string, bytes: Buffer): Promise<string[]> {
  const ending = /[^.]*$/.exec(name)?.[0] ?? '';
  const text = () => bytes.toString('utf8');
  if (ending === 'csv') return runCells(text());
  if (['zip', 'xlsx', 'pptx'].includes(ending)) return inArchive(bytes);
  if (ending === 'xml' || ending === 'rels') return inXml(name, text());
  if (ending === 'pdf') return inPdf(bytes);
  if (ending === 'html' || ending === 'svg') return foreign(text());
  if (ending === 'json') return isJson(text()) ? [] : ['no JSON'];
  return [];
}
