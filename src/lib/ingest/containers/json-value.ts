import { MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_JSON_DEPTH } from './limits.ts';
import { Refused } from './refusal.ts';

export type JsonValue = string | null | JsonObject | JsonValue[];

/** An object's fields, as text where they are plain values, and the line on which it begins. */
export interface JsonObject {
  line: number;
  fields: Map<string, JsonValue>;
}

interface Reading {
  text: string;
  at: number;
  line: number;
  depth: number;
}

/** Where a JSON number, or one of its three words, ends. */
const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const blank = /[ \t\r\n]*/y;

/**
 * Reads JSON as a table needs it: numbers and truth values as text, each object with its line, fields that come twice and
 * deep nesting refused. `JSON.parse` tells none of these. Throws Refused.
 */
export function readJson(text: string): JsonValue {
  const reading: Reading = { text, at: 0, line: 1, depth: 0 };
  const value = readValue(reading);
  skipBlank(reading);
  return reading.at === text.length ? value : damaged(reading);
}

function readValue(reading: Reading): JsonValue {
  skipBlank(reading);
  const sign = reading.text[reading.at];
  if (sign === '"') return readString(reading);
  if (sign === '{') return deeper(reading, readObject);
  if (sign === '[') return deeper(reading, readList);
  plain.lastIndex = reading.at;
  const word = plain.exec(reading.text)?.[0];
  if (word === undefined) return damaged(reading);
  checkLength(reading, word);
  reading.at += word.length;
  return word === 'null' ? null : plainText(word);
}

/** Numbers as a person would type them; long whole ones, such as identifiers, digit by digit. */
function plainText(word: string): string {
  if (word === 'true' || word === 'false' || /^-?\d+$/.test(word)) return word;
  return String(Number(word));
}

function deeper<T>(reading: Reading, read: (reading: Reading) => T): T {
  if (++reading.depth > MAX_JSON_DEPTH)
    throw new Refused('json_depth', { line: reading.line, detail: { most: MAX_JSON_DEPTH } });
  reading.at++;
  const value = read(reading);
  reading.depth--;
  return value;
}

function readObject(reading: Reading): JsonObject {
  const object: JsonObject = { line: reading.line, fields: new Map() };
  if (takes(reading, '}')) return object;
  do {
    skipBlank(reading);
    const key = readString(reading);
    if (object.fields.has(key)) throw new Refused('json_duplicate', { line: reading.line, value: key });
    if (!takes(reading, ':')) damaged(reading);
    object.fields.set(key, readValue(reading));
    if (object.fields.size > MAX_COLUMNS)
      throw new Refused('columns', { line: reading.line, detail: { most: MAX_COLUMNS } });
  } while (takes(reading, ','));
  return takes(reading, '}') ? object : damaged(reading);
}

function readList(reading: Reading): JsonValue[] {
  const list: JsonValue[] = [];
  if (takes(reading, ']')) return list;
  do list.push(readValue(reading));
  while (takes(reading, ','));
  return takes(reading, ']') ? list : damaged(reading);
}

function takes(reading: Reading, sign: string): boolean {
  skipBlank(reading);
  if (reading.text[reading.at] !== sign) return false;
  reading.at++;
  return true;
}

function readString(reading: Reading): string {
  const { text, at } = reading;
  if (text[at] !== '"') return damaged(reading);
  let end = text.indexOf('"', at + 1);
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  if (end < 0) return damaged(reading);
  const written = text.slice(at, end + 1);
  reading.at = end + 1;
  const value = written.includes('\\') || hasControl(written) ? parsed(written) : written.slice(1, -1);
  if (value === undefined) return damaged(reading);
  checkLength(reading, value);
  return value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value;
}

function checkLength({ line }: Reading, value: string): void {
  if (value.length > MAX_CELL_CHARACTERS)
    throw new Refused('long_cell', { line, detail: { most: MAX_CELL_CHARACTERS } });
}

/** Whether the quote at `end` follows an odd number of backslashes. */
function isEscaped(text: string, end: number): boolean {
  let start = end;
  while (text[start - 1] === '\\') start--;
  return (end - start) % 2 === 1;
}

function hasControl(written: string): boolean {
  return /[^ -\uffff]/.test(written); // all that comes before the space
}

function parsed(written: string): string | undefined {
  try {
    return JSON.parse(written) as string;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

function skipBlank(reading: Reading): void {
  blank.lastIndex = reading.at;
  const skipped = blank.exec(reading.text)?.[0] ?? '';
  reading.at += skipped.length;
  for (let i = 0; i < skipped.length; i++) if (isLineEnd(skipped, i)) reading.line++;
}

function isLineEnd(text: string, i: number): boolean {
  return text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n');
}

function damaged(reading: Reading): never {
  throw new Refused('json_damaged', { line: reading.line });
}
