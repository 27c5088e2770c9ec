import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { machineWords, thisMachine, withoutMachine, type Machine } from '../../scripts/machine-words.ts';

/** Places on this machine's disk, as tools write them. */
const places = [
  path.join(process.cwd(), 'tests/x.test.ts'),
  process.execPath,
  path.join(os.tmpdir(), 'palier-1/palier.duckdb'),
  path.join(os.homedir(), '.npm/_logs/1.log')
];
const said = [
  ...places.map((place) => `  at f (${place}:3:14)`),
  ...places.map((place) => `"name":"${place}"`),
  `${String.fromCharCode(27)}[32m✓${String.fromCharCode(27)}[39m RUN v4 ${process.cwd()}`,
  ...places.map((place) => `file://${place}`)
].join('\n');

function inFolder<T>(files: Record<string, string>, work: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'palier-evidence-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('what tools say of this machine is left out, and seen where it is not', () => {
  const machine = thisMachine();
  const filtered = withoutMachine(said, machine);
  for (const place of [...places, process.cwd()]) expect(filtered).not.toContain(place);
  expect(filtered).toContain('at f (./tests/x.test.ts:3:14)');
  expect(filtered).not.toContain(String.fromCharCode(27));
  expect(inFolder({ 'a.txt': filtered }, (folder) => machineWords(folder, machine))).toEqual([]);
  expect(inFolder({ 'a.txt': said }, (folder) => machineWords(folder, machine)).length).toBeGreaterThan(
    places.length
  );
});

test('a machine’s name is left out as a word; addresses, routes and places in the project stay', () => {
  const machine: Machine = {
    root: '/srv/palier',
    home: '/home/alix',
    host: 'palier-build-7',
    top: ['srv', 'home', 'tmp', 'imports']
  };
  expect(withoutMachine('on palier-build-7, at /srv/palier/src/a.ts', machine)).toBe(
    'on <host>, at ./src/a.ts'
  );
  const kept =
    'https://example.org/home/x GET /products/[id] /imports tests/home/a.ts ./tmp/x palier-build-70';
  expect(withoutMachine(kept, machine)).toBe(kept);
});
