import { MAX_CELL_CHARACTERS } from './limits.ts';
import { Refused } from './refusal.ts';
import { readPart } from './workbook-parts.ts';
import type { Zip } from './zip.ts';

/** The texts that cells refer to by number. */
export async function readSharedStrings(zip: Zip, part: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (part === undefined) return strings;
  const text = richText();
  await readPart(zip, part, {
    open(name) {
      if (name === 'si') text.clear();
      text.open(name);
    },
    text: text.add,
    close(name) {
      text.close(name);
      if (name === 'si') strings.push(text.value());
    }
  });
  return strings;
}

/** Gathers the runs of a text; what is noted beside it to say how it is read aloud is left out. */
export function richText() {
  let value = '';
  let isInText = false;
  let isInPhonetic = false;
  return {
    clear() {
      value = '';
    },
    open(name: string) {
      if (name === 't') isInText = true;
      if (name === 'rPh') isInPhonetic = true;
    },
    close(name: string) {
      if (name === 't') isInText = false;
      if (name === 'rPh') isInPhonetic = false;
    },
    add(piece: string) {
      if (isInText && !isInPhonetic) value += piece;
    },
    value: () => cellText(value)
  };
}

/** Characters that XML can't hold are written as `_x000D_`; line breaks come as \n, as in a text file. */
export function cellText(written: string): string {
  if (written.length > MAX_CELL_CHARACTERS * 7) throw tooLong();
  const text = written
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
  if (text.length > MAX_CELL_CHARACTERS) throw tooLong();
  return text;
}

function tooLong(): Refused {
  return new Refused('long_cell', { detail: { most: MAX_CELL_CHARACTERS } });
}
