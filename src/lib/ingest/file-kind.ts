/** What a file that is no table looks like; the key of the words that say so. */
export type FileKind =
  'zip' | 'pdf' | 'ole' | 'png' | 'jpeg' | 'gif' | 'gzip' | 'rtf' | 'html' | 'xml' | 'json' | 'binary';

const signatures: [FileKind, number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['gzip', [0x1f, 0x8b]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]]
];

const markup: [FileKind, RegExp][] = [
  ['html', /^<(!doctype\s+html|html|head|body|table|meta|script)\b/i],
  ['xml', /^<(\?xml|!doctype|!--|[a-z][\w.:-]*[\s/>])/i],
  ['json', /^(\{\s*["}]|\[\s*([[{"\]\d-]|true|false|null))/]
];

/** What a file that may hold tables is, by its first bytes, whatever its extension; undefined for delimited text. */
export function containerKind(bytes: Uint8Array): 'zip' | 'parquet' | 'json' | undefined {
  if (binaryKind(bytes) === 'zip') return 'zip';
  if (parquet.every((byte, i) => bytes[i] === byte)) return 'parquet';
  const first = bytes.subarray(0, 4096).find((byte) => !besideText.includes(byte));
  return first === 0x7b || first === 0x5b ? 'json' : undefined;
}

const parquet = [0x50, 0x41, 0x52, 0x31];

/** Byte order marks, blanks, and the zeros of UTF-16. */
const besideText = [0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x20, 0x09, 0x0a, 0x0d, 0];

/** Recognised by its first bytes; undefined where it may be text. */
export function binaryKind(bytes: Uint8Array): FileKind | undefined {
  return signatures.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte))?.[0];
}

/** Recognised from decoded text that is no table; undefined where it may be one. */
export function textKind(text: string): FileKind | undefined {
  if (hasControlCharacters(text)) return 'binary';
  const start = text.slice(0, 1000).trimStart();
  return markup.find(([, pattern]) => pattern.test(start))?.[0];
}

/** A NUL never stands in a table; other control characters do now and then, by accident. */
function hasControlCharacters(text: string): boolean {
  if (text.includes('\0')) return true;
  // before the space, but for blanks and ends of lines
  const controls = text.slice(0, 10_000).match(/[^\t-\r -\uffff]/g)?.length ?? 0;
  return controls > Math.min(text.length, 10_000) / 100;
}
