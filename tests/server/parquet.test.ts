import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { readParquet, type ParquetLimits } from '#lib/server/parquet.ts';
import { parquetOf } from './parquet-writer.ts';

const limits: ParquetLimits = {
  cells: 1000,
  columns: 50,
  cellCharacters: 100,
  characters: 10_000,
  seconds: 20
};

describe('readParquet', () => {
  it.each<[string, string]>([
    [`'été «\u00a0ok\u00a0»'`, 'été «\u00a0ok\u00a0»'],
    ['3::tinyint', '3'],
    ['3.0::double', '3'],
    ['0.5::float', '0.5'],
    ['2.50::decimal(10, 2)', '2.50'],
    ['3.00::decimal(10, 2)', '3'],
    ['1234567890123456789::bigint', '1234567890123456789'],
    ['true', 'true'],
    [`date '2025-03-14'`, '2025-03-14'],
    [`timestamp '2025-03-14 00:00:00'`, '2025-03-14'],
    [`timestamp '2025-03-14 10:20:30'`, '2025-03-14T10:20:30'],
    [`timestamp_ns '2025-03-14 10:20:30'`, '2025-03-14T10:20:30'],
    [`timestamptz '2025-03-14 10:20:30+02'`, '2025-03-14T08:20:30'],
    [`'nan'::double`, 'nan'],
    ['null::varchar', ''],
    ['null::integer', ''],
    [`'a'::enum('a', 'b')`, 'a'],
    [`'bytes'::blob`, 'bytes'],
    [`'b6a3c1f0-0000-4000-8000-000000000001'::uuid`, 'b6a3c1f0-0000-4000-8000-000000000001']
  ])('reads %s as a person would type it', async (sql, text) => {
    const bytes = await parquetOf(`select ${sql} as "Titre ""bis""", 'x' as other`);
    expect(await readParquet(bytes, limits)).toEqual({
      headings: ['Titre "bis"', 'other'],
      rows: [[text, 'x']]
    });
  });

  it.each<[string, string]>([
    ['parquet_nested', `select [1] as a`],
    ['parquet_nested', `select {x: 1} as a`],
    ['cells', 'select 1 as a from range(1001)'],
    [
      'columns',
      `select columns(*) from (select ${Array.from({ length: 51 }, (_, i) => `${i} as c${i}`).join()})`
    ],
    ['long_cell', `select repeat('é', 101) as a`],
    ['cells', `select repeat('x', 99) as a from range(200)`]
  ])('refuses with %s: %s', async (reason, sql) => {
    expect(await readParquet(await parquetOf(sql), limits)).toMatchObject({ reason });
  });

  it('refuses a file that is packed into a few bytes and has very many rows, without reading them', async () => {
    const bytes = await parquetOf(`select 1 as a, repeat('x', 1000) as b from range(5_000_000)`);
    expect(await readParquet(bytes, { ...limits, cellCharacters: 2000 })).toMatchObject({ reason: 'cells' });
  });

  it('stops when its time is over', async () => {
    const bytes = await parquetOf(`select repeat(md5(range::varchar), 20) as a from range(50_000)`);
    const patient = { ...limits, cells: 1e9, cellCharacters: 1e9, characters: 1e12 };
    expect(await readParquet(bytes, { ...patient, seconds: 0.01 })).toMatchObject({ reason: 'too_slow' });
  });

  it('leaves no file behind', async () => {
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('palier-parquet-'));
    const before = left();
    await readParquet(await parquetOf('select 1 as a'), limits);
    await readParquet(new TextEncoder().encode('PAR1 no'), limits);
    expect(left().filter((name) => !before.includes(name))).toEqual([]);
  });
});
