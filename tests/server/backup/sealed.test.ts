import { describe, expect, test } from 'vitest';
import { seal, unseal } from '#lib/server/backup/sealed.ts';

const chunk = 2 ** 18;

async function* inPieces(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let i = 0; i < bytes.length; i += length) {
    await Promise.resolve();
    yield bytes.subarray(i, i + length);
  }
}

async function whole(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

const content = (length: number) => Buffer.from(Array.from({ length }, (_, i) => (i * 31) % 251));
const sealed = (bytes: Buffer) => whole(seal(inPieces(bytes, 70_000), 'phrase secrète'));
const unsealed = (bytes: Buffer, passphrase = 'phrase secrète') =>
  whole(unseal(inPieces(bytes, 50_001), passphrase));

test.each([0, chunk, chunk + 1])('%i bytes come back as they were, and are not in sight', async (length) => {
  const bytes = content(length);
  const file = await sealed(bytes);
  expect((await unsealed(file)).equals(bytes)).toBe(true);
  if (length > 40) expect(file.includes(bytes.subarray(0, 40))).toBe(false);
});

describe('what was changed is refused before anything of it is given out', () => {
  const bytes = content(2 * chunk + 9);
  const head = 48;
  const step = chunk + 16;
  const swapped = (file: Buffer) =>
    Buffer.concat([
      file.subarray(0, head),
      file.subarray(head + step, head + 2 * step),
      file.subarray(head, head + step),
      file.subarray(head + 2 * step)
    ]);
  const flipped = (file: Buffer, at: number) => {
    const changed = Buffer.from(file);
    changed[at] = (changed[at] ?? 0) ^ 1;
    return changed;
  };
  test('whatever it is', async () => {
    const file = await sealed(bytes);
    const cases: Record<string, Buffer> = {
      'a chunk left out': Buffer.concat([file.subarray(0, head), file.subarray(head + step)]),
      'two chunks changed over': swapped(file),
      'cut after a whole chunk': file.subarray(0, head + 2 * step),
      'cut within its head': file.subarray(0, 20),
      'a byte more': Buffer.concat([file, Buffer.alloc(1)]),
      'its last byte changed': flipped(file, file.length - 1)
    };
    for (const [name, changed] of Object.entries(cases))
      await expect(unsealed(changed), name).rejects.toMatchObject({ flaw: 'damaged' });
    await expect(unsealed(file, 'another')).rejects.toMatchObject({ flaw: 'wrong_passphrase' });
  });
});
