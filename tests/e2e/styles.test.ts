import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { pages } from './pages.ts';

const assets = path.resolve(import.meta.dirname, '../../build/client/_app/immutable/assets');
/** What Svelte adds to the elements that a component's own styles name, and the classes of stylesheets that parts import. */
const styled = /svelte-[a-z0-9]+|file-input/g;

/** The files that hold the styles of each such class. */
const filesOf = new Map<string, Set<string>>();

beforeAll(async () => {
  const names = (await readdir(assets)).filter((name) => name.endsWith('.css'));
  for (const name of names)
    for (const [style] of (await readFile(path.join(assets, name), 'utf8')).matchAll(styled))
      filesOf.set(style, (filesOf.get(style) ?? new Set()).add(name));
  expect(filesOf.size).toBeGreaterThan(20);
});

/** Styles of parts whose scripts come later are linked by the page all the same: without scripts they would never come. */
test.each(pages)('%s links the styles of all that it shows', async (address) => {
  const html = await (await fetch(new URL(address, inject('address')))).text();
  const linked = [...html.matchAll(/assets\/([^"]+\.css)"/g)].map(([, name]) => name ?? '');
  const used = new Set(
    [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, classes]) => classes?.match(styled) ?? [])
  );
  const missing = [...used].filter((style) => {
    const files = filesOf.get(style);
    return files && linked.every((name) => !files.has(name));
  });
  expect(linked.length).toBeGreaterThan(1);
  expect(missing.map((style) => [style, ...(filesOf.get(style) ?? [])])).toEqual([]);
});
