import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Cost of scrypt: 64 MiB and about 0.2 s a try, three times in a row in the same memory (OWASP's N = 2^16 with p = 2, rounded up). */
const cost = { N: 2 ** 16, r: 8, p: 2, maxmem: 2 ** 28 };
const keyLength = 32;

export const shortestPassword = 12;
const longestPassword = 200;

/** At most this many are computed at once: tries would else take all memory and every thread. */
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function derive(
  password: string,
  salt: Buffer,
  { N, r, p }: { N: number; r: number; p: number }
): Promise<Buffer> {
  return inTurn(
    () =>
      new Promise((resolve, reject) => {
        const options = { N, r, p, maxmem: cost.maxmem };
        scrypt(password.normalize('NFKC'), salt, keyLength, options, (error, key) =>
          error ? reject(error) : resolve(key)
        );
      })
  );
}

export type PasswordProblem = 'too_short' | 'too_long' | 'is_name';

export function passwordProblem(password: string, name: string): PasswordProblem | undefined {
  if ([...password].length < shortestPassword) return 'too_short';
  if (password.length > longestPassword) return 'too_long';
  return password.toLowerCase().includes(name.toLowerCase()) && name.length > 3 ? 'is_name' : undefined;
}

/** `scrypt$N$r$p$salt$key`: with its cost, so that a later one may be higher. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** For a name that nobody has, so that the answer takes as long. */
const nobodys = `scrypt$${cost.N}$${cost.r}$${cost.p}$${'A'.repeat(22)}==$${'A'.repeat(43)}=`;

export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (hash ?? nobodys).split('$');
  const wanted = Buffer.from(key, 'base64');
  const given = await derive(password.slice(0, longestPassword), Buffer.from(salt, 'base64'), {
    N: Number(N),
    r: Number(r),
    p: Number(p)
  });
  return hash !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted);
}
