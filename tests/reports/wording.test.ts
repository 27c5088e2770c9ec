import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Locale } from '#lib/i18n/locale.ts';
import { formatCell } from '#lib/reports/format-cell.ts';
import { writeOverview, type OverviewReport } from '#lib/reports/overview.ts';
import { randomOverview } from './random-overview.ts';

function always(check: (report: OverviewReport, locale: Locale) => void) {
  fc.assert(
    fc.property(randomOverview, fc.constantFrom<Locale>('fr', 'en'), ({ data }, locale) =>
      check(writeOverview(data, locale), locale)
    ),
    { numRuns: 300 }
  );
}

/** Everything that the overview says, labels and cells of its tables among it. */
function textsOf({ headline, lede, keys, figures }: OverviewReport, locale: Locale): string[] {
  const ofKeys = keys.flatMap(({ label, value, unit, note }) => [label, value, unit, note]);
  const ofFigures = figures.flatMap(({ title, subline, caption, table: { columns, rows } }) => [
    title,
    subline,
    caption,
    ...columns.map(({ label }) => label),
    ...rows.flatMap((row) => row.map((cell, i) => formatCell(cell, columns[i]?.kind ?? 'text', locale)))
  ]);
  return [headline, lede.join(''), ...ofKeys, ...ofFigures];
}

test('no text holds what is not a word, or two spaces in a row', () => {
  always((report, locale) => {
    for (const text of textsOf(report, locale))
      expect(text).not.toMatch(/NaN|undefined|null|Infinity|\[object|[ \u00a0]{2}|^ | $/);
  });
});

test('every title is one short sentence', () => {
  always((report) => {
    for (const title of [report.headline, ...report.figures.map((figure) => figure.title)]) {
      expect(title.length).toBeGreaterThan(10);
      expect(title.length).toBeLessThan(160);
      expect(title).toMatch(/^[A-ZÀÉL«“\d]/);
      expect(title.replace(/n° |no\. /g, '')).not.toMatch(/[!?]|\.(?!\d)/);
    }
  });
});

test('every figure says its unit and its N', () => {
  always(({ figures }) => {
    for (const { subline, caption } of figures) {
      expect(subline.length).toBeGreaterThan(10);
      expect(caption).toMatch(/\bN\b|\d/);
    }
  });
});

test('French has no-break spaces before high punctuation and inside guillemets', () => {
  always((report, locale) => {
    if (locale === 'en') return;
    for (const text of textsOf(report, locale)) {
      expect(text).not.toMatch(/ [:;?!%»]|« |[^\s\u00a0(][;?!%]|«[^\u00a0]|[^\u00a0]»|'/);
    }
  });
});

test('English has no space before punctuation and no French mark', () => {
  always((report, locale) => {
    if (locale === 'fr') return;
    for (const text of textsOf(report, locale))
      expect(text).not.toMatch(/[\s\u00a0][:;?!]|\d[\s\u00a0]%|[«»]|'/);
  });
});

test('a count of one or none is in the singular', () => {
  always((report, locale) => {
    const all = textsOf(report, locale).join('\n');
    if (locale === 'fr')
      expect(all).not.toMatch(
        /(?<![\d,\u00a0])[01]\u00a0(?:produits|éditeurs|critères|couloirs|réponses|entrés|sortis|points)/
      );
    else expect(all).not.toMatch(/(?<![\d.,])1\u00a0(?:products|vendors|criteria|corridors|answers)/);
  });
});
