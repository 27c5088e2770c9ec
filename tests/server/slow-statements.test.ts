import { afterEach, expect, test, vi } from 'vitest';
import { slowStatements, tellFrom } from '#lib/server/slow-statements.ts';
import { all } from '#lib/server/sql.ts';
import { withStore } from './temp-store.ts';

afterEach(() => {
  tellFrom(1000);
  vi.restoreAllMocks();
});

test('a slow statement is logged and counted, without what it was asked with', () =>
  withStore(async (store) => {
    const lines: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    const ask = () => store.read((db) => all(db, 'select $text as told', { text: 'Tell-tale' }));
    await ask();
    expect(lines).toEqual([]);
    tellFrom(0);
    const before = slowStatements.count;
    await ask();
    expect(slowStatements.count).toBe(before + 1);
    expect(lines.join('')).not.toContain('Tell-tale');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      event: 'slow statement',
      sql: 'select $text as told'
    });
  }));
