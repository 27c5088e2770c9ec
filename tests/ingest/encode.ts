import type { Encoding } from '#lib/ingest/decode.ts';

const windowsSigns = new Map(
  Object.entries({
    '€': 0x80,
    '…': 0x85,
    Œ: 0x8c,
    '‘': 0x91,
    '’': 0x92,
    '“': 0x93,
    '”': 0x94,
    '–': 0x96,
    œ: 0x9c
  })
);

/** Text as bytes; a letter that the encoding can't hold is a mistake of the test. */
export function encode(text: string, encoding: Encoding, mark = false): Uint8Array {
  return encoders[encoding](mark ? '\ufeff' + text : text);
}

const encoders: Record<Encoding, (text: string) => Uint8Array> = {
  'utf-8': (text) => new TextEncoder().encode(text),
  'utf-16le': (text) => Uint8Array.from(Buffer.from(text, 'utf16le')),
  'utf-16be': (text) => Uint8Array.from(Buffer.from(text, 'utf16le').swap16()),
  'windows-1252': (text) => bytesBy(text, (char) => windowsSigns.get(char) ?? latin1(char)),
  macintosh: (text) => bytesBy(text, (char) => macBytes.get(char))
};

const macBytes = new Map(
  Array.from({ length: 256 }, (_, byte) => [new TextDecoder('macintosh').decode(Uint8Array.of(byte)), byte])
);

function latin1(char: string): number | undefined {
  const code = char.charCodeAt(0);
  return code < 0x80 || (code >= 0xa0 && code < 0x100) ? code : undefined;
}

function bytesBy(text: string, byteOf: (char: string) => number | undefined): Uint8Array {
  return Uint8Array.from(text, (char) => {
    const byte = byteOf(char);
    if (byte === undefined) throw new Error(`not encodable: ${char}`);
    return byte;
  });
}
