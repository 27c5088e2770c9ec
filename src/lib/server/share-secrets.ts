import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** 256 bits, as an address carries them. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** All that is kept of a token. */
export function tokenSha256(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

// OWASP's least for scrypt: 2^16, 8, 2 takes 64 MiB and about a tenth of a second
const cost = { N: 2 ** 16, r: 8, p: 2, maxmem: 128 * 2 ** 20 };
const keyBytes = 32;

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyBytes, cost, (error, key) =>
      error ? reject(error) : resolve(key)
    );
  });
}

/** Salt and key, which tell nothing of the password. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64url')}.${(await derive(password, salt)).toString('base64url')}`;
}

export async function isPassword(password: string, hashed: string): Promise<boolean> {
  const [salt = '', key = ''] = hashed.split('.');
  const kept = Buffer.from(key, 'base64url');
  const derived = await derive(password, Buffer.from(salt, 'base64url'));
  return kept.length === derived.length && timingSafeEqual(kept, derived);
}
