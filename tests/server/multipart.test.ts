import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundaryOf, MalformedForm, partsOf, textOf } from '#lib/server/multipart.ts';

interface Given {
  name: string;
  filename: string | undefined;
  content: Uint8Array;
}

/** As the platform itself writes a form. */
async function written(parts: Given[]): Promise<{ bytes: Uint8Array; boundary: string }> {
  const form = new FormData();
  for (const { name, filename, content } of parts) {
    if (filename === undefined) form.append(name, new TextDecoder().decode(content));
    else form.append(name, new File([content as Uint8Array<ArrayBuffer>], filename));
  }
  const response = new Response(form);
  const boundary = boundaryOf(response.headers.get('content-type')) ?? '';
  return { bytes: new Uint8Array(await response.arrayBuffer()), boundary };
}

/** In pieces of the given lengths over and over. */
async function* inPieces(bytes: Uint8Array, lengths: number[]) {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const length = lengths[i % lengths.length] ?? 1;
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

async function read(bytes: Uint8Array, boundary: string, lengths: number[], skip = false) {
  const found: Given[] = [];
  for await (const { name, filename, content } of partsOf(inPieces(bytes, lengths), boundary)) {
    const chunks: Uint8Array[] = [];
    if (!skip) for await (const chunk of content) chunks.push(chunk);
    found.push({ name, filename, content: new Uint8Array(Buffer.concat(chunks)) });
  }
  return found;
}

const plainName = fc.stringMatching(/^[a-z]{1,8}$/);
const part: fc.Arbitrary<Given> = fc.oneof(
  fc.record({
    name: plainName,
    filename: fc.constant(undefined),
    content: fc.stringMatching(/^[ -~é]*$/).map((text) => new TextEncoder().encode(text))
  }),
  fc.record({
    name: plainName,
    filename: fc.stringMatching(/^[^\r\n\\%]{1,12}$/).filter((name) => name.isWellFormed()),
    content: fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('\r\n', '\r\n--', '--', '\r\n\r\n', '\r').map((text) => new TextEncoder().encode(text))
    )
  })
);

test('what a form holds is read back, however its bytes are cut into pieces', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(part, { maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 }),
      async (parts, lengths) => {
        const { bytes, boundary } = await written(parts);
        expect(await read(bytes, boundary, lengths)).toEqual(
          parts.map((one) => ({ ...one, content: new Uint8Array(one.content) }))
        );
        const names = (await read(bytes, boundary, lengths, true)).map(({ name }) => name);
        expect(names).toEqual(parts.map(({ name }) => name));
      }
    )
  ));

test('a form that is cut anywhere is refused, not taken for a shorter one', async () => {
  const content = new TextEncoder().encode('a,b\r\n1,2\r\n');
  const { bytes, boundary } = await written([{ name: 'answers', filename: 'a.csv', content }]);
  const end = bytes.length - 4;
  for (let length = 0; length < end; length++) {
    await expect(read(bytes.subarray(0, length), boundary, [64]), String(length)).rejects.toThrow(
      MalformedForm
    );
  }
});

describe('boundaryOf', () => {
  test.each([
    ['multipart/form-data; boundary=abc', 'abc'],
    ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
    ['Multipart/Form-Data;boundary=x', 'x'],
    ['application/x-www-form-urlencoded', undefined],
    ['multipart/form-data', undefined],
    [null, undefined]
  ])('%j', (type, boundary) => expect(boundaryOf(type)).toBe(boundary));
});

test('a field that is too long is refused before it is all read', async () => {
  let pulled = 0;
  async function* endless() {
    for (;;) {
      pulled++;
      yield new Uint8Array(100);
    }
  }
  await expect(textOf(endless(), 1000)).rejects.toThrow(MalformedForm);
  expect(pulled).toBe(11);
});
