import { builtInMeaning, meaningOf, type NumberMeaning } from './number-format.ts';
import { readPart } from './workbook-parts.ts';
import type { Zip } from './zip.ts';

/** What numbers mean in each of the workbook's cell formats. */
export async function readStyles(zip: Zip, part: string | undefined): Promise<NumberMeaning[]> {
  const custom = new Map<number, NumberMeaning>();
  const formats: number[] = [];
  let isInCells = false;
  if (part === undefined) return [];
  await readPart(zip, part, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') custom.set(Number(numFmtId), meaningOf(formatCode));
      else if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) formats.push(Number(numFmtId));
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    }
  });
  return formats.map((id) => custom.get(id) ?? builtInMeaning(id));
}
