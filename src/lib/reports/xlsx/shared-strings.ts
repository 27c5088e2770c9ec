import { xmlHead, xmlText } from '../xml-text.ts';

/** The longest text that a cell holds. */
const longest = 32_767;

/** The texts of a workbook, each once, by the number under which cells ask for it. */
export interface SharedStrings {
  idOf(text: string): number;
  xml(): string;
}

/** What looks like an escaped character is escaped itself, or it would be read as that character. */
function written(text: string): string {
  return xmlText(text.slice(0, longest).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

export function sharedStrings(): SharedStrings {
  const ids = new Map<string, number>();
  let uses = 0;
  return {
    idOf(text) {
      uses += 1;
      const id = ids.get(text) ?? ids.size;
      ids.set(text, id);
      return id;
    },
    xml() {
      const items = [...ids.keys()].map((text) => `<si><t xml:space="preserve">${written(text)}</t></si>`);
      return `${xmlHead}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${uses}" uniqueCount="${ids.size}">${items.join('')}</sst>`;
    }
  };
}
