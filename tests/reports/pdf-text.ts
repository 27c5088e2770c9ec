import { inflateSync } from 'node:zlib';

interface PdfObject {
  head: string;
  stream: Buffer | undefined;
}

/** Every object of a PDF by its number, streams unpacked. */
function objectsOf(bytes: Uint8Array): Map<number, PdfObject> {
  const text = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\s/g)) {
    const start = found.index + found[0].length;
    const body = text.slice(start, text.indexOf('endobj', start));
    const at = body.indexOf('stream');
    const head = at < 0 ? body : body.slice(0, at);
    const from = start + at + (body[at + 6] === '\r' ? 8 : 7);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const raw = Buffer.from(text.slice(from, from + length), 'latin1');
    const stream = at < 0 ? undefined : head.includes('/FlateDecode') ? inflateSync(raw) : raw;
    objects.set(Number(found[1]), { head, stream });
  }
  return objects;
}

/** What each glyph of a font stands for. */
function glyphsOf(map: string): Map<number, string> {
  const glyphs = new Map<number, string>();
  const textOf = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, from = '', to = ''] of block.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      glyphs.set(parseInt(from, 16), textOf(to));
  for (const [, block = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, from = '', last = '', to = ''] of block.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi
    ))
      for (let glyph = parseInt(from, 16); glyph <= parseInt(last, 16); glyph++)
        glyphs.set(glyph, String.fromCodePoint(parseInt(to, 16) + glyph - parseInt(from, 16)));
  return glyphs;
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A string's bytes, each as one sign. */
function unescaped(literal: string): string {
  return literal.replace(/\\([0-7]{1,3}|[^])/g, (_, sign: string) =>
    /^[0-7]/.test(sign) ? String.fromCharCode(parseInt(sign, 8)) : (escapes[sign] ?? sign)
  );
}

function read(bytes: string, font: Map<number, string> | undefined): string {
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2)
    text += font?.get(256 * bytes.charCodeAt(i) + bytes.charCodeAt(i + 1)) ?? '';
  return text;
}

function shown(content: string, glyphs: Map<string, Map<number, string>>): string {
  let font: Map<number, string> | undefined;
  let text = '';
  for (const [, name, literal] of content.matchAll(/\/(\w+) [\d.]+ Tf|\(((?:\\[^]|[^\\)])*)\)|\bET\b/g)) {
    if (name !== undefined) font = glyphs.get(name);
    else text += literal === undefined ? '\n' : read(unescaped(literal), font);
  }
  return text;
}

/** All text that a PDF shows, as a reader would copy it, a line a run. */
export function pdfText(bytes: Uint8Array): string {
  const objects = objectsOf(bytes);
  const glyphs = new Map<string, Map<number, string>>();
  for (const { head } of objects.values()) {
    for (const [, name = '', id] of head.matchAll(/\/(\w+) (\d+) 0 R/g)) {
      const font = objects.get(Number(id));
      const map = /\/ToUnicode (\d+) 0 R/.exec(font?.head ?? '')?.[1];
      const cmap = map === undefined ? undefined : objects.get(Number(map))?.stream;
      if (cmap) glyphs.set(name, glyphsOf(cmap.toString('latin1')));
    }
  }
  const contents = [...objects.values()].filter(
    ({ stream, head }) => stream && (!head.includes('/Subtype') || head.includes('/Form'))
  );
  return contents.map(({ stream }) => shown(stream?.toString('latin1') ?? '', glyphs)).join('\n');
}
