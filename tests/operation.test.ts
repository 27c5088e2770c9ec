import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const matches = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, found]) => found ?? '');

/** Every name of a variable that the program reads from its environment, wherever it is written. */
function variablesRead(): Set<string> {
  const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const names = files
    .filter((file) => /\.(ts|svelte)$/.test(file))
    .flatMap((file) => {
      const code = read(path.join('src', file)).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      const own = matches(code, /\b(PALIER_[A-Z_]+)\b/g);
      return [...own, ...matches(code, /\benv(?:\.|\[')([A-Z][A-Z_0-9]+)\b/g)];
    });
  return new Set(names);
}

/** The shell's own, and those that Vite or the adapter define for themselves. */
const notOurs = new Set(['LANG', 'LC_ALL', 'LC_MESSAGES', 'USER', 'SSR', 'BODY_SIZE_LIMIT']);
/** Set by the command for the server that it starts, or by tests; nobody else is to set them. */
const within = new Set(['PALIER_SAMPLE_DIR', 'PALIER_NOTICES_DIR']);

describe('docs/configuration.md', () => {
  const told = new Set(matches(read('docs/configuration.md'), /^\| `([A-Z][A-Z_0-9]+)` \|/gm));

  test('tells of every variable that the program reads', () => {
    const needed = [...variablesRead()].filter((name) => !notOurs.has(name) && !within.has(name));
    expect(needed.filter((name) => !told.has(name))).toEqual([]);
    expect(needed.length).toBeGreaterThan(15);
  });

  test('tells of no other', () => {
    // read by the adapter and by libuv
    const elsewhere = ['HOST', 'PORT', 'ADDRESS_HEADER', 'UV_THREADPOOL_SIZE'];
    const known = new Set([...variablesRead(), ...elsewhere]);
    expect([...told].filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('docs/threat-model.md', () => {
  const rows = read('docs/threat-model.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| threat') && !line.startsWith('| ---'))
    .map((line) => line.split(' | '));

  test('names for each threat a measure, and tests that are there or who holds it', () => {
    for (const [threat = '', measure = '', held = ''] of rows) {
      expect(measure.trim(), threat).not.toBe('');
      const tests = matches(held, /`(tests\/[^`]+)`/g);
      expect(tests.length > 0 || held.startsWith('a person'), threat).toBe(true);
      expect(
        tests.filter((place) => !existsSync(path.join(root, place))),
        threat
      ).toEqual([]);
    }
    expect(rows.length).toBeGreaterThan(25);
  });

  test('names a folder only where tests stand in it', () => {
    const folders = matches(read('docs/threat-model.md'), /`(tests\/[^`.]+)`/g);
    for (const folder of folders) {
      const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
      expect(files.filter((file) => file.endsWith('.test.ts')).length, folder).toBeGreaterThan(0);
    }
  });
});

describe('docs/operation', () => {
  test('the container file copies what is there, runs as nobody in particular, and keeps answers out of the image', () => {
    const lines = read('docs/operation/Containerfile').split('\n');
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
    expect(last).toContain('USER node');
    const kept = last.filter((line) => line.startsWith('COPY ')).map((line) => line.split(' ')[2]);
    expect(kept.filter((place) => /\/data$|\/store|\/palier$/.test(place ?? ''))).toEqual([]);
  });

  test('the unit gives running requests their time before it kills', () => {
    const unit = read('docs/operation/palier.service');
    const most = Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1]);
    const needed = Number(/`PALIER_STOP_SECONDS` \| `(\d+)`/.exec(read('docs/configuration.md'))?.[1]);
    expect(most).toBeGreaterThan(needed);
    expect(unit).toMatch(/^NoNewPrivileges=yes$/m);
    expect(unit).toMatch(/^ProtectSystem=strict$/m);
  });

  test('the unit lets Node start: V8 is ended where it may not ask for protection keys or write its own code', () => {
    const unit = read('docs/operation/palier.service');
    expect(unit).toMatch(/^SystemCallFilter=@system-service @pkey$/m);
    expect(unit).not.toContain('MemoryDenyWriteExecute');
  });

  test('the proxy writes whose request it passes on into the header that Palier is told to read', () => {
    const proxy = read('docs/operation/nginx.conf');
    const header = /ADDRESS_HEADER=(\S+)/.exec(proxy)?.[1];
    expect(header).toBe('x-real-ip');
    expect(proxy.toLowerCase()).toContain(`proxy_set_header ${header} $remote_addr;`);
  });
});
