import { buffer } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { zip } from '../../zip.ts';

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, file) => (error ? reject(error) : resolve(file)));
  });
}

function contents(file: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(buffer(stream))));
  });
}

/** All parts of the package by name; folders, which are none, left out. */
async function partsOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const file = await open(bytes);
  const parts = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    file.on('error', reject);
    file.on('end', () => resolve(parts));
    file.on('entry', (entry: Entry) => {
      if (entry.fileName.endsWith('/')) return file.readEntry();
      contents(file, entry).then((data) => {
        parts.set(entry.fileName, data);
        file.readEntry();
      }, reject);
    });
    file.readEntry();
  });
}

/** What stands in place of what the library wrote. */
export interface Replacements {
  /** Charts with their workbooks, in the order of the slides. */
  charts: { xml: string; workbook: Uint8Array }[];
  colourScheme: string;
  date: string;
}

const chartName = /(chart|Microsoft_Excel_Worksheet)(\d+)\.(xml|xlsx)/g;

/** The library numbers charts through the life of the process; a file must not show how many came before. */
function numberOf(parts: Map<string, Buffer>): (name: string) => string {
  const given = [...parts.keys()].flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? []);
  const order = given.map(Number).sort((a, b) => a - b);
  return (text) =>
    text.replace(chartName, (_, word: string, n: string, ending: string) => {
      return `${word}${order.indexOf(Number(n)) + 1}.${ending}`;
    });
}

function changed(name: string, data: Buffer, { colourScheme, date }: Replacements): Buffer | string {
  if (name === 'docProps/core.xml')
    return data.toString().replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`);
  if (name.startsWith('ppt/theme/'))
    return data.toString().replace(/<a:clrScheme[\s\S]*?<\/a:clrScheme>/, colourScheme);
  return data;
}

function isText(name: string): boolean {
  return /\.(xml|rels)$/.test(name);
}

/** The package with our own charts, theme and dates; the same contents give the same bytes. */
export async function repacked(bytes: Buffer, replacements: Replacements): Promise<Uint8Array<ArrayBuffer>> {
  const parts = await partsOf(bytes);
  const renumbered = numberOf(parts);
  const entries = [...parts].map(([name, data]) => {
    const own = renumbered(name);
    const chart = /^ppt\/charts\/chart(\d+)\.xml$/.exec(own)?.[1];
    const book = /^ppt\/embeddings\/\D+(\d+)\.xlsx$/.exec(own)?.[1];
    const xml = chart && replacements.charts[Number(chart) - 1]?.xml;
    const workbook = book && replacements.charts[Number(book) - 1]?.workbook;
    const kept = changed(name, data, replacements);
    const text = isText(name) ? renumbered(kept.toString()) : kept;
    return { name: own, data: xml || workbook || text };
  });
  return zip(entries.sort((a, b) => (a.name < b.name ? -1 : 1)));
}
