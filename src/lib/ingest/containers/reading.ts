import { readArchive, type Archive } from './archive.ts';
import type { Grid } from './grid.ts';
import { readJsonGrid } from './json.ts';
import { Refused, type Refusal } from './refusal.ts';
import { readWorkbook } from './workbook.ts';
import { zipKind } from './zip-kind.ts';
import { openZip } from './zip.ts';

/** What is read apart, since a hostile file could take all memory or time. Plain data. */
export type Reading = { zip: Uint8Array; sheet?: string } | { json: string };

export type ReadContainer = { grid: Grid } | { archive: Archive } | { refusal: Refusal };

/** Reads a container; users' mistakes and hostile files are data. */
export async function readContainer(reading: Reading): Promise<ReadContainer> {
  try {
    return 'json' in reading ? { grid: readJsonGrid(reading.json) } : await readZip(reading);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { refusal: error.refusal };
  }
}

async function readZip({ zip: bytes, sheet }: { zip: Uint8Array; sheet?: string }): Promise<ReadContainer> {
  const zip = await openZip(bytes);
  const kind = zipKind(zip);
  if (kind === 'workbook') return { grid: await readWorkbook(zip, sheet) };
  return kind === 'archive' ? { archive: await readArchive(zip) } : { refusal: { reason: kind } };
}
