import { SaxesParser } from 'saxes';
import { MAX_XML_DEPTH } from './limits.ts';
import { Refused } from './refusal.ts';

export interface XmlHandlers {
  /** Names come without their namespace's prefix; attributes as written. */
  open?(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
  /** Asked between pieces; the rest is not read once it says so. */
  isDone?(): boolean;
}

/** Reads a part of a workbook as it is unpacked. Throws Refused where it is no XML or has a document type. */
export async function readXml(
  pieces: AsyncIterable<Buffer>,
  part: string,
  handlers: XmlHandlers
): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = xmlParser(part, handlers);
  for await (const piece of pieces) {
    parser.write(decoded(decoder, piece, part));
    if (handlers.isDone?.()) return;
  }
  parser.close();
}

export function damagedPart(part: string): Refused {
  return new Refused('workbook_damaged', { detail: { part } });
}

function xmlParser(part: string, { open, close, text }: XmlHandlers) {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  const damaged = () => {
    throw damagedPart(part);
  };
  let depth = 0;
  parser.on('error', damaged);
  // entities that a document defines itself could grow without end; no workbook has any
  parser.on('doctype', damaged);
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > MAX_XML_DEPTH) damaged();
    open?.(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    close?.(localName(name));
  });
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return parser;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decoded(decoder: TextDecoder, piece: Buffer, part: string): string {
  try {
    return decoder.decode(piece, { stream: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw damagedPart(part);
  }
}
