import { unwritable } from '#lib/charts/svg.ts';

/** The text as a Typst string, whatever it holds: nothing in it is markup or code. */
export function typstText(text: string): string {
  const escaped = text
    .replace(unwritable, '')
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r');
  return `"${escaped}"`;
}

/** A call of one of the template's functions on texts. */
export function call(name: string, ...parts: string[]): string {
  return `#${name}(${parts.join(', ')})\n`;
}
