import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { environmentProblems, settings } from '../../src/bin/environment.ts';

describe('environment', () => {
  test('all that is wrong is said at once, with what was expected', () => {
    expect(
      environmentProblems({ PORT: '80a', PALIER_SAMPLE: 'no', PALIER_UPLOAD_MB: '0', PALIER_LOG: 'requests' })
    ).toEqual([
      'PORT is "80a", but should be a whole number from 0 to 65535',
      'PALIER_SAMPLE is "no", but should be one of on, off',
      'PALIER_UPLOAD_MB is "0", but should be a whole number from 1 to 100000'
    ]);
  });

  test('nothing set, or set to nothing, is right', () => {
    expect(environmentProblems({})).toEqual([]);
    expect(environmentProblems(Object.fromEntries(Object.keys(settings).map((name) => [name, ''])))).toEqual(
      []
    );
  });

  test('every setting is explained, and every variable in the code is a setting', () => {
    const page = readFileSync('docs/configuration.md', 'utf8');
    expect(Object.keys(settings).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
    const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|svelte)$/.test(file))
      .map((file) => readFileSync(path.join('src', file), 'utf8'));
    const named = new Set(code.flatMap((text) => text.match(/PALIER_[A-Z_]*[A-Z]/g) ?? []));
    const own = ['PALIER_SAMPLE_DIR', 'PALIER_NOTICES_DIR'];
    expect([...named].filter((name) => !(name in settings) && !own.includes(name))).toEqual([]);
  });
});
