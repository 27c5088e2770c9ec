import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { receiveUpload } from '#lib/commands/receive-upload.ts';
import { inTempDir } from '#tests/server/temp-store.ts';

function sent(fields: [string, string | File][]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const { body, headers } = new Response(form);
  return { body, contentType: headers.get('content-type') };
}

function csv(name: string, bytes = 10): File {
  return new File(['x'.repeat(bytes)], name);
}

function left(dir: string): string[] {
  const place = path.join(dir, 'staging');
  return existsSync(place) ? readdirSync(place) : [];
}

test('files and fields are kept in the order in which they came', () =>
  inTempDir(async (dir) => {
    const { upload, refusal } = await receiveUpload(
      dir,
      sent([
        ['campaign', ' v1 '],
        ['questionnaire', csv('q.csv')],
        ['answers', csv('C:\\Users\\me\\a.csv')],
        ['answers', csv('../b.csv')],
        ['unknown', 'x'],
        ['unknown', csv('c.csv')],
        ['questionnaire-of', '']
      ]),
      10_000
    );
    expect(refusal).toBeUndefined();
    expect(upload).toMatchObject({
      campaign: 'v1',
      files: [
        { name: 'q.csv', role: 'questionnaire', size: 10 },
        { name: 'a.csv', role: 'answers' },
        { name: 'b.csv', role: 'answers' }
      ]
    });
  }));

test.each([
  [
    'too_large',
    [
      ['campaign', 'v1'],
      ['answers', csv('a.csv', 5000)]
    ],
    4000
  ],
  [
    'no_file',
    [
      ['campaign', 'v1'],
      ['answers', new File([], '')]
    ],
    4000
  ],
  [
    'no_campaign',
    [
      ['campaign', '  '],
      ['answers', csv('a.csv')]
    ],
    4000
  ],
  [
    'too_many_files',
    [
      ['campaign', 'v1'],
      ...Array.from({ length: 501 }, (_, i): [string, File] => ['answers', csv(`${i}.csv`)])
    ],
    1_000_000
  ]
] as [string, [string, string | File][], number][])(
  'a form is refused as %s, what was typed is given back, and nothing is kept',
  (reason, fields, limit) =>
    inTempDir(async (dir) => {
      const received = await receiveUpload(dir, sent(fields), limit);
      expect(received).toMatchObject({
        refusal: reason,
        fields: { campaign: fields[0]?.[1].toString().trim() }
      });
      expect(received.upload).toBeUndefined();
      expect(left(dir)).toEqual([]);
    })
);

test('an upload of exactly the limit is taken', () =>
  inTempDir(async (dir) => {
    const fields: [string, string | File][] = [
      ['campaign', 'v1'],
      ['answers', csv('a.csv', 5000)]
    ];
    const { body, contentType } = sent(fields);
    const bytes = new Uint8Array(await new Response(body).arrayBuffer());
    async function* whole() {
      yield bytes;
    }
    const { upload } = await receiveUpload(dir, { body: whole(), contentType }, bytes.length);
    expect(upload?.files[0]?.size).toBe(5000);
    const less = await receiveUpload(dir, { body: whole(), contentType }, bytes.length - 1);
    expect(less.refusal).toBe('too_large');
  }));

test('an upload that breaks off leaves nothing behind', () =>
  inTempDir(async (dir) => {
    const { body, contentType } = sent([
      ['campaign', 'v1'],
      ['answers', csv('a.csv', 5000)]
    ]);
    const bytes = new Uint8Array(await new Response(body).arrayBuffer());
    async function* cut(error?: Error) {
      yield bytes.subarray(0, 3000);
      if (error) throw error;
    }
    expect(await receiveUpload(dir, { body: cut(), contentType }, 10_000)).toMatchObject({ refusal: 'cut' });
    await expect(
      receiveUpload(dir, { body: cut(new Error('aborted')), contentType }, 10_000)
    ).rejects.toThrow('aborted');
    expect(left(dir)).toEqual([]);
  }));
