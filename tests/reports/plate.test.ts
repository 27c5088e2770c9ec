import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plate, plateMargin, plateWidths, type Plate } from '#lib/charts/plate.ts';
import { textWidth } from '#lib/charts/text-width.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { noFilters, parseFilters } from '#lib/maturity/filters.ts';
import type { Figure } from '#lib/reports/figure.ts';
import { figureFiles, type Origin } from '#lib/reports/figure-file.ts';
import { writeOverview } from '#lib/reports/overview.ts';
import { drawn, numberOf, texts } from '#tests/charts/draw.ts';
import { sampleBands } from '#tests/charts/rows.ts';
import { randomOverview } from './random-overview.ts';

const sample: Plate = {
  title: '34 produits sur 71 se situent entre 20 et 60\u00a0%',
  subline: 'Part des produits ; ○ Campagne 2025, ● maintenant',
  drawing: { chart: 'bandBar', rows: { bands: sampleBands, rated: 71 } },
  caption: 'N = 71 produits.',
  state: 'Campagne 2026',
  tags: [{ text: 'Déclaratif, non vérifié' }]
};

const campaign = {
  name: 'Campagne 2026',
  opened: null,
  closed: '2026-04-30',
  status: 'provisional',
  synthetic: true
} as const;

function svgText({ figure, ...origin }: Origin & { figure: Figure }): string | undefined {
  return figureFiles.svg.write(figure, origin) as string | undefined;
}

test('a plate says all of its title, sub-line, caption, state and tags, whatever their length', () => {
  const words = fc.array(fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcdeéWm1 ') }), {
    minLength: 1,
    maxLength: 60
  });
  const text = words.map((list) => list.join(' ').trim().replace(/ +/g, ' '));
  fc.assert(
    fc.property(text, text, text, text, (title, subline, caption, state) => {
      const found = texts(drawn(plate, { ...sample, title, subline, caption, state }, 576))
        .join(' ')
        .replace(/ +/g, ' ');
      for (const said of [title, subline, caption, state]) expect(found).toContain(said);
    }),
    { numRuns: 40 }
  );
});

test('no line of a plate’s words runs over its margin', () => {
  const long =
    'Les quarante-deux produits de la campagne déclarent atteindre au moins quatre-vingts pour cent '.repeat(
      4
    );
  const svg = drawn(plate, { ...sample, title: long, subline: long, caption: long, state: long }, 576);
  const lines = [...svg.querySelectorAll('text')].filter(
    (line) => line.getAttribute('x') === '0' && line.textContent.includes('produits')
  );
  expect(lines.length).toBeGreaterThan(12);
  for (const line of lines) {
    expect(
      textWidth(line.textContent, numberOf(line, 'font-size'), numberOf(line, 'font-weight'))
    ).toBeLessThanOrEqual(576);
  }
});

test('the lines of a plate stand one below the other inside the picture', () => {
  const svg = drawn(plate, sample, 778);
  expect(numberOf(svg, 'width')).toBe(778 + 2 * plateMargin);
  const at = (text: string) =>
    numberOf([...svg.querySelectorAll('text')].find((line) => line.textContent === text) as Element, 'y');
  const ys = [sample.title, sample.caption, sample.state, 'Déclaratif, non vérifié'].map(at);
  expect(ys).toEqual([...ys].sort((a, b) => a - b));
  expect(ys.at(-1)).toBeLessThan(numberOf(svg, 'height') - 2 * plateMargin);
});

test('marks of a key are drawn, since the typeface has none', () => {
  const svg = drawn(plate, sample, 778);
  expect(texts(svg).join('')).not.toMatch(/[○●]/);
  expect(svg.querySelectorAll('circle')).toHaveLength(2);
});

test('weights are hundreds, which every reader of SVG knows', () => {
  for (const text of drawn(plate, sample, 778).querySelectorAll('[font-weight]'))
    expect(numberOf(text, 'font-weight') % 100).toBe(0);
});

test('tags that do not fit beside one another take another row', () => {
  const tags = Array.from({ length: 6 }, (_, i) => ({ text: `Une mention plutôt longue, la ${i}e` }));
  const svg = drawn(plate, { ...sample, tags }, 576);
  const boxes = [...svg.querySelectorAll('rect[stroke-dasharray]')];
  for (const box of boxes) expect(numberOf(box, 'x') + numberOf(box, 'width')).toBeLessThanOrEqual(576);
  expect(new Set(boxes.map((box) => box.getAttribute('y'))).size).toBeGreaterThan(1);
});

test('every overview figure becomes one SVG in literal light colours that needs nothing else', () => {
  fc.assert(
    fc.property(randomOverview, fc.constantFrom<Locale>('fr', 'en'), ({ data }, locale) => {
      for (const figure of writeOverview(data, locale).figures) {
        const svg = svgText({ figure, campaign, filters: noFilters, locale });
        expect(svg === undefined).toBe(figure.drawing === undefined);
        if (svg === undefined || !figure.drawing) continue;
        const [root = ''] = /^<svg [^>]*>/.exec(svg) ?? [];
        expect(root).toContain('xmlns="http://www.w3.org/2000/svg"');
        expect(root).toContain(` width="${plateWidths[figure.drawing.chart] + 2 * plateMargin}"`);
        expect(svg).not.toMatch(/var\(|href|url\(|<style|<script|<image|currentColor|NaN|undefined|Infinity/);
        expect(svg.match(/aria-label=/g)).toHaveLength(1);
      }
    }),
    { numRuns: 60 }
  );
});

test('campaign, filters in force and tags are said in words', () => {
  const filters = parseFilters([
    ['corridor', 'Imagerie'],
    ['corridor', ''],
    ['scope', 'common'],
    ['attr.hosting', 'HDS'],
    ['q', 'alpha'],
    ['band', '0-25'],
    ['bands', '25,50,75'],
    ['unanswered', 'exclude']
  ]);
  const figure = { id: 'x', ...sample, table: { columns: [], rows: [] } };
  const svg = svgText({ figure, campaign, filters, locale: 'fr' }) ?? '';
  const said = [...svg.matchAll(/>([^<>]+)<\/text>/g)]
    .map(([, text]) => text)
    .join(' ')
    .replaceAll('\u00a0', ' ');

  expect(said).toContain(
    'Campagne 2026, close le 30 avril 2026 · Couloir : Imagerie, sans couloir · Critères : communs · hosting : HDS · Recherche : « alpha » · Tranche : moins de 25 % · Bornes des tranches, en % : 25, 50, 75 · Sans réponse : exclu des dénominateurs'
  );
  for (const tag of ['Données fictives : noms et chiffres inventés', 'Déclaratif, non vérifié', 'Provisoire'])
    expect(said).toContain(tag);
});

test('control characters in a name do not make the file unreadable', () => {
  const figure = {
    id: 'x',
    ...sample,
    title: 'Produit \u0000\u0008\ufffe & <b>"\ud800 fin',
    table: { columns: [], rows: [] }
  };
  const svg = svgText({ figure, campaign, filters: noFilters, locale: 'fr' }) ?? '';
  expect(svg).toContain('Produit  &amp; &lt;b');
  expect(svg).not.toMatch(/[^\t\n\r -\ufffd]|\p{Surrogate}/u);
});
