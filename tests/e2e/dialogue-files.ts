/** A text as a file that a form takes. */
export function fixture(text: string, name: string): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}
