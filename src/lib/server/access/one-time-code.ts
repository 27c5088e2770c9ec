import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/*
 * Time-based one-time codes (RFC 6238 over RFC 4226): six digits, SHA-1 and 30 seconds, which is what every authenticator
 * application knows.
 */

const digits = 6;
const stepSeconds = 30;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 160 bits in base 32, as people type it into their application. */
export function newCodeSecret(): string {
  return [...randomBytes(32)].map((byte) => alphabet[byte % 32]).join('');
}

function bytesOf(secret: string): Buffer {
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => parseInt(byte, 2)));
}

export function stepAt(ms: number): number {
  return Math.floor(ms / 1000 / stepSeconds);
}

export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits;
  return String(number).padStart(digits, '0');
}

function isSame(given: string, wanted: string): boolean {
  return given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
}

/**
 * The step whose code this is, now or one step aside for a clock that is not quite right; undefined for a wrong code, and for
 * one of a step that was used already, or of one before.
 */
export function stepOfCode(secret: string, given: string, ms: number, lastUsed: number): number | undefined {
  const code = given.replace(/\s/g, '');
  if (!/^\d{6}$/.test(code)) return undefined;
  const now = stepAt(ms);
  return [now - 1, now, now + 1].find((step) => step > lastUsed && isSame(code, codeAt(secret, step)));
}

/** By which an authenticator application takes the secret over. */
export function codeAddress(secret: string, name: string): string {
  const label = encodeURIComponent(`Palier:${name}`);
  return `otpauth://totp/${label}?secret=${secret}&issuer=Palier&algorithm=SHA1&digits=${digits}&period=${stepSeconds}`;
}
