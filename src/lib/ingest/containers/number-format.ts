/** A spreadsheet takes no longer code; a hostile one could keep the patterns below busy. */
const LONGEST_CODE_CHARACTERS = 255;

/** How a number is meant, by the format of its cell. */
export type NumberMeaning = 'number' | 'date' | 'time';

/** What the numbers of the formats that have no code stand for. */
export function builtInMeaning(id: number): NumberMeaning {
  const isTime = (id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35);
  if (isTime) return 'time';
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDate ? 'date' : 'number';
}

/** What a format's code, such as `dd/mm/yyyy;@`, makes of a number: letters outside quotes, escapes and colours. */
export function meaningOf(code: string): NumberMeaning {
  if (code.length > LONGEST_CODE_CHARACTERS) return 'number';
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!(h+|m+|s+)\])[^\]]*\]/gi, '')
    .replace(/AM\/PM|A\/P/gi, '')
    .split(';')[0];
  if (!bare || /^\s*(general|standard|@)\s*$/i.test(bare)) return 'number';
  const hasTime = /[hs]/i.test(bare) || /\[m+\]/i.test(bare);
  if (/[yd]/i.test(bare) || (/m/i.test(bare) && !hasTime)) return 'date';
  return hasTime ? 'time' : 'number';
}
