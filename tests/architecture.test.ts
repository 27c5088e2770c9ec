import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/*
 * Holds the borders of `lib` (style: « Direction »). `commands` is a folder more: what the command line and the web
 * server do alike, above everything but pages.
 */

interface Import {
  /** The file, from the root of the project. */
  from: string;
  /** The file imported, from the root, or the package as written. */
  to: string;
  typesOnly: boolean;
  /** The names imported as values. */
  values: string[];
}

const root = path.resolve(import.meta.dirname, '..');

function script(file: string): string {
  const text = readFileSync(path.join(root, file), 'utf8');
  if (!file.endsWith('.svelte')) return text;
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n');
}

function resolved(from: string, specifier: string): string {
  if (specifier.startsWith('#lib/') || specifier.startsWith('$lib/')) return `src/lib/${specifier.slice(5)}`;
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(from), specifier) : specifier;
}

function valuesOf({ importClause }: ts.ImportDeclaration): string[] {
  if (!importClause) return ['*'];
  if (importClause.isTypeOnly) return [];
  const { name, namedBindings } = importClause;
  const own = name ? [name.text] : [];
  if (!namedBindings) return own;
  if (ts.isNamespaceImport(namedBindings)) return [...own, '*'];
  return [
    ...own,
    ...namedBindings.elements.filter((e) => !e.isTypeOnly).map((e) => (e.propertyName ?? e.name).text)
  ];
}

function importsOf(from: string): Import[] {
  const source = ts.createSourceFile(from, script(from), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (specifier: ts.Expression, values: string[]) => {
    if (ts.isStringLiteral(specifier))
      found.push({ from, to: resolved(from, specifier.text), typesOnly: values.length === 0, values });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, valuesOf(node));
    if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add(node.moduleSpecifier, node.isTypeOnly ? [] : ['*']);
    if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0]
    )
      add(node.arguments[0], ['*']);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file.split(path.sep).join('/')}`)
  .filter((file) => /\.(ts|svelte)$/.test(file));
const imports = files.flatMap(importsOf);

function folderOf(file: string): string {
  return /^src\/(?:lib\/)?([^/]+)\//.exec(file)?.[1] ?? '';
}

function isOwn(to: string): boolean {
  return to.startsWith('src/');
}

function show({ from, to, values }: Import): string {
  return `${from} → ${to}${values.length > 0 ? ` (${values.join()})` : ' (types)'}`;
}

/** What each folder of `lib` may import of the others: anything, or types alone. */
const borders: Record<string, { anything: string[]; types: string[] }> = {
  access: { anything: [], types: [] },
  maturity: { anything: [], types: [] },
  i18n: { anything: ['maturity'], types: ['charts'] },
  charts: { anything: ['i18n'], types: ['maturity'] },
  ingest: { anything: ['i18n'], types: ['maturity'] },
  server: { anything: ['access', 'maturity', 'i18n'], types: ['ingest', 'charts'] },
  reports: { anything: ['server', 'charts', 'maturity', 'i18n'], types: [] },
  commands: { anything: ['access', 'ingest', 'server', 'maturity', 'i18n', 'reports'], types: [] },
  components: {
    anything: ['access', 'charts', 'maturity', 'i18n', 'reports'],
    types: ['server', 'ingest', 'commands']
  }
};

describe('every folder of lib has its borders', () => {
  const folders = new Set(files.filter((file) => file.startsWith('src/lib/')).map(folderOf));
  test('and all are known', () => {
    expect([...folders].filter((folder) => !(folder in borders))).toEqual([]);
  });

  test.each(Object.entries(borders))('%s', (folder, { anything, types }) => {
    const outside = imports.filter(
      ({ from, to }) => from.startsWith(`src/lib/${folder}/`) && isOwn(to) && folderOf(to) !== folder
    );
    const crossing = outside.filter(({ to, typesOnly }) => {
      const target = to.startsWith('src/lib/') ? folderOf(to) : 'outside lib';
      return (
        !anything.includes(target) && !(typesOnly && types.includes(target)) && !constantsOf(folder, target)
      );
    });
    expect(crossing.map(show)).toEqual([]);
  });
});

/** Whether values cross too, as long as they are constants; the test below looks at each. */
function constantsOf(folder: string, target: string): boolean {
  return target === 'maturity' && ['charts', 'ingest'].includes(folder);
}

test('charts and ingest take types and constants of maturity, and no function', async () => {
  const crossing = imports.filter(
    ({ from, to, typesOnly }) => constantsOf(folderOf(from), folderOf(to)) && isOwn(to) && !typesOnly
  );
  const functions: string[] = [];
  for (const found of crossing) {
    const module = (await import(path.join(root, found.to))) as Record<string, unknown>;
    if (found.values.some((name) => name === '*' || typeof module[name] === 'function'))
      functions.push(show(found));
  }
  expect(functions).toEqual([]);
});

test('nothing in lib imports routes or bin, and bin imports no routes', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      (from.startsWith('src/lib/') && /^src\/(routes|bin)\//.test(to)) ||
      (from.startsWith('src/bin/') && to.startsWith('src/routes/'))
  );
  expect(wrong.map(show)).toEqual([]);
});

test('only server speaks to DuckDB', () => {
  const outside = imports.filter(
    ({ from, to }) => to.startsWith('@duckdb/') && !from.startsWith('src/lib/server/')
  );
  expect(outside.map(show)).toEqual([]);
});

test('only server has SQL', () => {
  // in this project SQL is lower case, and texts for people begin with a capital
  const sql =
    /[`'"]\s*(with\s[^`'"]*\bas \(|select\s[^`'"]*\bfrom\b|insert (or replace )?into\s|update\s\w+ set\b|delete from\s|(create|drop|alter) (table|sequence|view)\b)/;
  const outside = files.filter((file) => !file.startsWith('src/lib/server/') && sql.test(script(file)));
  expect(outside).toEqual([]);
  expect(files.filter((file) => sql.test(script(file))).length).toBeGreaterThan(5);
});

/** All that a file imports as values, its imports' imports included. */
function reached(start: string[]): Import[] {
  const seen = new Set(start);
  const found: Import[] = [];
  for (const file of seen) {
    for (const next of imports.filter(({ from, typesOnly }) => from === file && !typesOnly)) {
      found.push(next);
      if (isOwn(next.to)) seen.add(next.to);
    }
  }
  return found;
}

test('a public report is made without the store: protected tables are all that reaches it', () => {
  const pieces = reached([
    'src/lib/reports/dossier/public-dossier.ts',
    'src/lib/reports/writers/pptx/dossier-pptx.ts',
    'src/lib/reports/writers/pdf/dossier-pdf.ts',
    'src/lib/reports/writers/html/dossier-html.ts',
    'src/lib/reports/writers/xlsx/dossier-xlsx.ts',
    'src/lib/reports/writers/csv/dossier-csv.ts'
  ]);
  expect(pieces.length).toBeGreaterThan(20);
  expect(pieces.filter(({ to }) => to.startsWith('src/lib/server/')).map(show)).toEqual([]);
});

test('what a browser loads reaches neither the store nor a reader of files', () => {
  const pieces = reached(files.filter((file) => file.endsWith('.svelte')));
  const behind = pieces.filter(({ to }) => /^(src\/lib\/(server|ingest|commands)\/|node:)/.test(to));
  expect(behind.map(show)).toEqual([]);
});

describe('what the command line shares', () => {
  const shared = reached(files.filter((file) => file.startsWith('src/bin/')));

  test('reaches the store, the statistics and the reader of files', () => {
    const targets = shared.map(({ to }) => to);
    expect(targets).toEqual(
      expect.arrayContaining([
        'src/lib/server/store.ts',
        'src/lib/server/attainment.ts',
        'src/lib/ingest/answers.ts'
      ])
    );
  });

  test('imports nothing that only SvelteKit has', () => {
    expect(shared.filter(({ to }) => /^(\$|@sveltejs\/|svelte)|\.svelte$/.test(to)).map(show)).toEqual([]);
  });

  test('names its own modules by #lib or a path, never by $lib', () => {
    const named = files.filter((file) => file.startsWith('src/lib/') || file.startsWith('src/bin/'));
    expect(
      named.filter(
        (file) =>
          /(from|import\()\s*['"]\$(lib|app|env)/.test(script(file)) &&
          !file.startsWith('src/lib/components/')
      )
    ).toEqual([]);
  });
});

test('there are no barrel files and no drawers', () => {
  const drawers = files.filter((file) =>
    /\/(index|utils?|helpers?|common|managers?|misc)(\.ts|\/)/.test(file)
  );
  expect(drawers).toEqual([]);
});

test('the auditor of publications reaches neither what suppresses, nor rows', () => {
  const start = files.filter((file) => file.startsWith('src/lib/maturity/disclosure-audit/'));
  expect(start.length).toBeGreaterThan(5);
  const known = ['disclosure-audit', 'publication', 'whole-programs'].map(
    (name) => `src/lib/maturity/${name}/`
  );
  const single = ['src/lib/maturity/bands.ts', 'src/lib/maturity/questionnaire.ts', 'highs'];
  const beyond = imports
    .filter(({ from }) => start.includes(from))
    .concat(reached(start))
    .filter(({ to }) => !known.some((folder) => to.startsWith(folder)) && !single.includes(to));
  expect(beyond.map(show)).toEqual([]);
});
