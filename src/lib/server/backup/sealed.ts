import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { bytesOf } from './bytes.ts';
import { BadBackup } from './bad-backup.ts';

/*
 * magic, salt, check, then chunks of AES-256-GCM, each with its tag. A chunk's nonce is its number and whether it is the
 * last, so that none can be cut off, left out or moved; the head is authenticated with each. The key comes from the
 * passphrase and a salt of its own, hence no nonce is used twice with one key. `check` tells a wrong passphrase from damage.
 */
export const magic = Buffer.from('palier-sealed-1\n', 'latin1');
const saltLength = 16;
const checkLength = 16;
const tagLength = 16;
const chunkLength = 2 ** 18;
const headLength = magic.length + saltLength + checkLength;

/** 128 MiB and some tenths of a second a guess. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 };
const derive = promisify<string, Buffer, number, typeof cost, Buffer>(scrypt);

interface Keys {
  key: Buffer;
  check: Buffer;
}

async function keysOf(passphrase: string, salt: Buffer): Promise<Keys> {
  const derived = await derive(passphrase.normalize('NFC'), salt, 64, cost);
  const check = createHash('sha256').update(derived.subarray(32)).digest().subarray(0, checkLength);
  return { key: derived.subarray(0, 32), check };
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number), 3);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Chunks of one length, the last shorter or empty, each with whether it is the last. */
async function* chunks(source: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<[Buffer, boolean]> {
  const bytes = bytesOf(source);
  let chunk = await bytes.take(length);
  for (;;) {
    const next = chunk.length < length ? Buffer.alloc(0) : await bytes.take(length);
    const isLast = next.length === 0;
    yield [chunk, isLast];
    if (isLast) return;
    chunk = next;
  }
}

/** Encrypts as it goes. */
export async function* seal(
  source: AsyncIterable<Uint8Array>,
  passphrase: string
): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(saltLength);
  const { key, check } = await keysOf(passphrase, salt);
  const head = Buffer.concat([magic, salt, check]);
  yield head;
  let number = 0;
  for await (const [chunk, isLast] of chunks(source, chunkLength)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number++, isLast)).setAAD(head);
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  }
}

function opened(sealed: Buffer, key: Buffer, nonce: Buffer, head: Buffer): Buffer {
  const content = sealed.subarray(0, Math.max(0, sealed.length - tagLength));
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce)
      .setAAD(head)
      .setAuthTag(sealed.subarray(content.length));
    return Buffer.concat([decipher.update(content), decipher.final()]);
  } catch {
    throw new BadBackup('damaged'); // whatever Node calls it: the bytes are not those that were written
  }
}

/** Decrypts as it goes, and gives out nothing that was changed. Throws BadBackup. */
export async function* unseal(
  source: AsyncIterable<Uint8Array>,
  passphrase: string
): AsyncGenerator<Uint8Array> {
  const bytes = bytesOf(source);
  const head = await bytes.take(headLength);
  if (head.length < headLength) throw new BadBackup('damaged');
  const { key, check } = await keysOf(passphrase, head.subarray(magic.length, magic.length + saltLength));
  if (!check.equals(head.subarray(magic.length + saltLength))) throw new BadBackup('wrong_passphrase');
  let number = 0;
  const rest = bytes.pieces(Infinity);
  for await (const [sealed, isLast] of chunks(rest, chunkLength + tagLength))
    yield opened(sealed, key, nonceOf(number++, isLast), head);
}
