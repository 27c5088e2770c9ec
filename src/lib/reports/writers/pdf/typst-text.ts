import { unwritable } from '#lib/charts/svg.ts';

/** A document for all readers may not hold it, nor does it say anything within a text. */
const byteOrderMark = /\ufeff/g;

/** The text as a Typst string, whatever it holds: nothing in it is markup or code. */
export function typstText(text: string): string {
  const escaped = text
    .replace(unwritable, '')
    .replace(byteOrderMark, '')
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r');
  return `"${escaped}"`;
}

/** May be broken anywhere within a word that is longer than any language's, so that none runs over its cell. */
export function broken(text: string): string {
  return text.replace(/\S{28,}/gu, (word) => [...word].join('\u200b'));
}

/** A call of one of the template's functions on texts. */
export function call(name: string, ...parts: string[]): string {
  return `#${name}(${parts.join(', ')})\n`;
}
