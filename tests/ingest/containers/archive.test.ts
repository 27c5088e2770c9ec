import { describe, expect, it } from 'vitest';
import { readContainer } from '#lib/ingest/containers/reading.ts';
import { zip, type EntryToWrite } from './zip-writer.ts';

const csv = 'product,vendor\nA,B\n';

async function archiveOf(...entries: EntryToWrite[]) {
  const result = await readContainer({ zip: zip(...entries) });
  if (!('archive' in result)) throw new Error(JSON.stringify(result));
  const { files, leftOut } = result.archive;
  const shown = files.map(({ name, bytes, refusal }) => [
    name,
    refusal?.reason ?? new TextDecoder().decode(bytes)
  ]);
  return { files: shown, leftOut };
}

async function reasonOf(bytes: Uint8Array) {
  const result = await readContainer({ zip: bytes });
  return 'refusal' in result ? result.refusal.reason : undefined;
}

describe('an archive', () => {
  it('gives its tables in order, packed or stored, in any folder', async () => {
    const entries = [
      { name: 'b/', data: '' },
      { name: 'b/é ü.CSV', data: csv },
      { name: 'a.txt', data: 'x', isStored: true },
      { name: 'empty.json', data: '' }
    ];
    expect(await archiveOf(...entries)).toEqual({
      files: [
        ['b/é ü.CSV', csv],
        ['a.txt', 'x'],
        ['empty.json', '']
      ],
      leftOut: {}
    });
  });

  it('names what it leaves out', async () => {
    const names = [
      '__MACOSX/._a.csv',
      '.DS_Store',
      'x/.hidden/a.csv',
      '~$a.xlsx',
      'Thumbs.db',
      'lisez-moi.pdf',
      'noext'
    ];
    const { files, leftOut } = await archiveOf(...names.map((name) => ({ name, data: csv })), {
      name: 'a.csv',
      data: csv
    });
    expect(files).toEqual([['a.csv', csv]]);
    expect(leftOut).toEqual({ system: names.slice(0, 5), kind: names.slice(5) });
  });

  it('refuses single files that can’t be had, and gives the others', async () => {
    const { files } = await archiveOf(
      { name: 'link.csv', data: '/etc/passwd', mode: 0o120777, isStored: true },
      { name: 'secret.csv', data: csv, isEncrypted: true },
      { name: 'damaged.csv', data: csv, claimedChecksum: 7 },
      { name: 'short.csv', data: csv, claimedBytes: 500 },
      { name: 'long.csv', data: csv, claimedBytes: 2 },
      { name: 'a.csv', data: csv },
      { name: 'a.csv', data: 'other' }
    );
    expect(files).toEqual([
      ['link.csv', 'symlink'],
      ['secret.csv', 'encrypted'],
      ['damaged.csv', 'zip_damaged'],
      ['short.csv', 'zip_damaged'],
      ['long.csv', 'zip_damaged'],
      ['a.csv', csv],
      ['a.csv', 'duplicate_entry']
    ]);
  });

  it.each([
    '../a.csv',
    'x/../../a.csv',
    '/etc/a.csv',
    'C:/a.csv',
    '..\\a.csv',
    'x\\..\\..\\a.csv',
    'a\n.csv',
    'a\0.csv',
    `${'n'.repeat(1001)}.csv`
  ])('is refused as a whole for the name %j', async (name) => {
    expect(await reasonOf(zip({ name: 'ok.csv', data: csv }, { name, data: csv }))).toBe('unsafe_name');
  });

  it('is refused where its directory asks for too much', async () => {
    expect(await reasonOf(zip({ name: 'a.csv', data: csv, claimedBytes: 257 * 2 ** 20 }))).toBe('unpacked');
    expect(await reasonOf(zip({ name: 'a.csv', data: csv, claimedBytes: 40 * 2 ** 20 }))).toBe('ratio');
    const many = Array.from({ length: 5001 }, (_, i) => ({ name: `${i}.csv`, data: '' }));
    expect(await reasonOf(zip(...many))).toBe('entries');
  });

  it('is refused where it was cut', async () => {
    const whole = zip({ name: 'a.csv', data: csv }, { name: 'b.csv', data: csv });
    for (let length = 4; length < whole.length; length++)
      expect(await reasonOf(whole.slice(0, length))).toBe('zip_damaged');
  });
});
