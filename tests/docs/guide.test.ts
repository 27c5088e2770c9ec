import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sourceTitle } from '#lib/commands/source-line.ts';
import { locales, type Locale } from '#lib/i18n/locale.ts';
import type { Container } from '#lib/ingest/containers/grid.ts';
import { sourceNames, type SourceName } from '#lib/ingest/sources/names.ts';
import { guideSources, type GuideSource } from './guide-files.ts';

const root = path.resolve(import.meta.dirname, '../..');

function text(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')));
}

const pages = filesIn('docs/guide', /\.md$/);
const documents = ['README.md', 'CONTRIBUTING.md', ...filesIn('docs', /\.md$/)];

/** Case, accents and kinds of blanks and quotes aside, as in headings' addresses. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

/** The chapter on sources, by its headings. */
function sections(locale: Locale): { heading: string; body: string }[] {
  const [, ...found] = text(`docs/guide/${locale}/2-sources.md`).split(/^## /m);
  return found.map((section) => {
    const end = section.indexOf('\n');
    return { heading: section.slice(0, end), body: section.slice(end) };
  });
}

function picturesOf(body: string): string[] {
  return [...body.matchAll(/!\[[^\]]+\]\(\.\.\/pictures\/(\S+)\.png\)/g)].map(([, name = '']) => name);
}

/** Total, so that a new source or container asks for its section. */
const shown: Record<SourceName | Container | 'zip', GuideSource[]> = {
  canonical: ['canonical-long', 'canonical-wide'],
  csv: ['canonical-long', 'canonical-wide'],
  'one-product': ['one-product'],
  limesurvey: ['limesurvey'],
  'microsoft-forms': ['microsoft-forms'],
  'google-forms': ['google-forms'],
  surveymonkey: ['surveymonkey'],
  kobo: ['kobo'],
  'ciso-assistant': ['ciso-assistant'],
  xlsx: ['xlsx'],
  json: ['json'],
  parquet: ['parquet'],
  zip: ['zip']
};

describe.each(locales)('the guide in %s', (locale) => {
  test('has for every source and container a section with its picture, an import and no other picture', () => {
    const found = sections(locale).map(({ body }) => picturesOf(body));
    expect(found.flat().sort()).toEqual(guideSources.map((name) => `${locale}/${name}`).sort());
    expect(found.map(({ length }) => length)).toEqual(guideSources.map(() => 1));
    expect(Object.values(shown).flat()).toEqual(expect.arrayContaining([...guideSources]));
    for (const { body } of sections(locale)) expect(body).toContain('npm run palier -- import --campaign');
  });

  test('calls every source as the report does', () => {
    const headings = sections(locale).map(({ heading, body }) => [heading, picturesOf(body)[0]] as const);
    const plain = (words: string) => words.toLowerCase().replaceAll('\u00a0', ' ');
    for (const source of sourceNames) {
      const [picture] = shown[source];
      const [heading = ''] = headings.find(([, name]) => name === `${locale}/${picture}`) ?? [];
      expect(plain(heading)).toContain(plain(sourceTitle(source, locale)));
    }
  });

  test('quotes only words that the application has', () => {
    const quotes = locale === 'fr' ? /«\u00a0([^»]+)\u00a0»/g : /“([^”]+)”/g;
    const known = plainWords(
      filesIn('src', /\.(ts|svelte)$/)
        .map(text)
        .join('\n')
    );
    const asked = pages
      .filter((page) => page.includes(`/${locale}/`))
      .flatMap((page) => {
        return [...text(page).matchAll(quotes)].map(([, words = '']) => plainWords(words));
      });
    expect(asked.length).toBeGreaterThan(50);
    const unknown = [...new Set(asked)].filter((words) => !known.includes(words) && !ownWords.has(words));
    expect(unknown).toEqual([]);
  });
});

/** What the guide itself puts between quotes: what a file or a tool says, examples, ways of speaking. */
const ownWords = new Set([
  'Produit | Agenda Clair',
  'Produit : Agenda Clair',
  'Product | Agenda Clair',
  'Product: Agenda Clair',
  'Contact',
  'Courriel',
  'Nom du produit',
  'Question [Ligne]',
  'Question [Row]',
  'XML values and headers',
  '12 sur 40',
  '12 of 40',
  '22 déclarés ; entre 3 et 11 si l’écart constaté valait pour tous',
  '22 declared; between 3 and 11 if the gap found held for all'
]);

function plainWords(words: string): string {
  return words.replaceAll('\\u00a0', ' ').replace(/\s+/g, ' ');
}

test('every link and picture in the guide, the README and the other documents leads somewhere', () => {
  const broken = documents.flatMap((document) =>
    [...text(document).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, to = '']) => {
      if (/^https?:/.test(to)) return [];
      const [file = '', heading] = to.split('#');
      const target = path.posix.join(path.posix.dirname(document), file);
      if (!existsSync(path.join(root, target))) return [`${document}: ${to}`];
      const anchors = heading
        ? [...text(target).matchAll(/^#+ (.*)$/gm)].map(([, line = '']) => anchor(line))
        : [];
      return heading && !anchors.includes(heading) ? [`${document}: ${to}`] : [];
    })
  );
  expect(broken).toEqual([]);
});

test('every script named in a document is one of package.json', () => {
  const scripts = Object.keys((JSON.parse(text('package.json')) as { scripts: object }).scripts);
  const named = documents.flatMap((document) =>
    [...text(document).matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, script = '']) => script)
  );
  expect(named).toContain('guide');
  expect(named.filter((script) => !scripts.includes(script))).toEqual([]);
});

test('every page of the guide is in both languages and in its contents', () => {
  const names = (locale: Locale) =>
    pages.filter((page) => page.includes(`/${locale}/`)).map((p) => path.basename(p));
  expect(names('fr').sort()).toEqual(names('en').sort());
  for (const locale of locales)
    for (const name of names(locale).filter((name) => name !== 'README.md'))
      expect(text(`docs/guide/${locale}/README.md`)).toContain(`(${name})`);
});

test('the README is short and leads to the guide', () => {
  expect(text('README.md').split('\n').length).toBeLessThan(80);
  expect(text('README.md')).toContain('docs/guide/fr/README.md');
});
