import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal, percent, signed } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Matrix } from '#lib/maturity/matrix.ts';
import { writeAnalysis, type AnalysisReport } from '#lib/reports/analysis.ts';
import { coefficientWords } from '#lib/reports/figures/reproducibility.ts';
import { formatCell } from '#lib/reports/format-cell.ts';
import * as naive from '#tests/maturity/naive-analysis.ts';
import { matrixOf } from '#tests/maturity/random-matrix.ts';
import { plain, wholes } from './claims.ts';
import { analysisDataOf, randomAnalysis, type RandomAnalysis } from './random-analysis.ts';

type Check = (report: AnalysisReport, random: RandomAnalysis, locale: Locale) => void;

// each run draws 2,000 bootstraps, so one pass serves all checks of a test
function always(check: Check) {
  fc.assert(
    fc.property(randomAnalysis, fc.constantFrom<Locale>('fr', 'en'), (random, locale) => {
      check(writeAnalysis(random.data, locale), random, locale);
    }),
    { numRuns: 40 }
  );
}

function figure({ figures }: AnalysisReport, id: string) {
  const found = figures.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

function title(report: AnalysisReport, id: string): string {
  return plain(figure(report, id).title);
}

function textsOf({ headline, lede, figures }: AnalysisReport, locale: Locale): string[] {
  return [
    headline,
    lede.join(''),
    ...figures.flatMap(({ title, subline, meaning = '', caption, table: { columns, rows } }) => [
      title,
      subline,
      meaning,
      caption,
      ...columns.map(({ label }) => label),
      ...rows.flatMap((row) => row.map((cell, i) => formatCell(cell, columns[i]?.kind ?? 'text', locale)))
    ])
  ];
}

function reportOf(rows: string[], vendors?: number[], locale: Locale = 'fr'): AnalysisReport {
  const matrix: Matrix = matrixOf(rows, vendors);
  return writeAnalysis(analysisDataOf(matrix), locale);
}

describe('wording', () => {
  test('no text holds what is not a word, a plain space before high punctuation, or two spaces', () =>
    always((report, _, locale) => {
      for (const text of textsOf(report, locale)) {
        expect(text).not.toMatch(/NaN|undefined|null|Infinity|\[object| {2}/);
        if (locale === 'fr') expect(text).not.toMatch(/ [:;?!%»]|'/);
      }
      for (const { title, meaning } of report.figures) {
        expect(title).not.toBe('');
        expect(meaning).toMatch(/\.$/);
      }
    }));
});

describe('titles agree with the numbers', () => {
  test('on answers that leave the stair, and on reproducibility', () =>
    always((report, { matrix }, locale) => {
      const [rows, K] = [naive.rowsOf(matrix), matrix.criteria.length];
      const answers = matrix.criteria.flatMap((_, k) => naive.column(rows, k)).length;
      const errors = naive.surprises(rows, K).flat().length;
      const scalogram = title(report, 'scalogram');
      if (answers === 0) return expect(scalogram).toMatch(/Aucune réponse|No applicable/);
      if (errors === 0) expect(scalogram).toMatch(/Aucune réponse|No answer leaves/);
      else expect(wholes(scalogram)).toEqual([Math.round((100 * errors) / answers + 1e-9), errors, answers]);
      const coefficient = 1 - errors / answers;
      const found = title(report, 'reproducibility');
      expect(found).toContain(coefficientWords(coefficient, locale));
      if (/sous le niveau|below the usual/.test(found)) expect(coefficient).toBeLessThan(0.9);
      if (/au niveau d|at the usual/.test(found)) expect(coefficient).toBeGreaterThanOrEqual(0.9);
      if (/ne forment pas|don’t form/.test(report.headline)) expect(coefficient).toBeLessThan(0.9);
    }));

  test('on odd criteria', () =>
    always((report, { matrix }) => {
      const rows = naive.rowsOf(matrix);
      const correlations = matrix.criteria
        .map((_, k) => ({
          r: naive.correlation(rows, k),
          high: naive.jackknife(rows, k)?.high ?? 1,
          N: rows.filter(
            ({ marks }) => marks[k] !== undefined && marks.filter((m) => m !== undefined).length > 1
          ).length
        }))
        .filter(({ r, N }) => r !== null && N >= 10);
      const found = title(report, 'item-rest');
      const odd = correlations.filter(({ r }) => (r ?? 1) < 0.2);
      const sure = odd.filter(({ high }) => high < 0.2).length;
      if (correlations.length === 0) return expect(found).toMatch(/^Aucune corrélation|^No correlation/);
      if (odd.length === 0) return expect(found).toMatch(/^Aucun critère à part|^No criterion apart/);
      expect(wholes(found).slice(0, 2)).toEqual([odd.length, correlations.length]);
      if (sure === 0) expect(found).toMatch(/sans que le hasard soit exclu|chance is not ruled out/);
      else if (sure === odd.length) expect(found).toMatch(/, hasard exclu|; chance is ruled out/);
      else expect(wholes(found)[2]).toBe(sure);
    }));

  test('on the criterion that weighs most', () =>
    always((report, { matrix }, locale) => {
      const rows = naive.rowsOf(matrix);
      const mean = naive.meanOf(rows);
      const changes = matrix.criteria.flatMap((_, k) => {
        const without = naive.meanOf(
          rows.map(({ product, marks }) => ({ product, marks: marks.toSpliced(k, 1) }))
        );
        return mean === null || without === null || naive.column(rows, k).length === 0
          ? []
          : [100 * (without - mean)];
      });
      const most = Math.max(0, ...changes.map(Math.abs));
      const found = title(report, 'tornado');
      if (changes.length === 0) return expect(found).toMatch(/sans vider|without emptying/);
      if (most < 0.005) return expect(found).toMatch(/ne déplace|No criterion moves/);
      const written = [most, -most].map((points) => plain(signed(points, locale, 2)));
      expect(written.some((words) => found.includes(words))).toBe(true);
    }));

  test('on the mean rate and its interval, and on levels never chosen', () =>
    always((report, { matrix, data }, locale) => {
      const mean = naive.meanOf(naive.rowsOf(matrix));
      const found = title(report, 'intervals');
      if (mean === null) return expect(found).toMatch(/^(Aucun|No )/);
      expect(found).toContain(plain(percent(mean, locale, 1)));
      const { resampled } = data.analysis;
      if (resampled.mean === null) expect(found).toMatch(/un seul éditeur|a single vendor/);
      else expect(found).toContain(plain(decimal(100 * resampled.mean.low, locale, 1)));
      const answered = data.criteria.filter(
        ({ levels }) => levels.reduce((sum, { products }) => sum + products, 0) >= 10
      );
      const unused = answered.flatMap(({ levels }) => levels.filter(({ products }) => products === 0)).length;
      if (answered.length > 0)
        expect(wholes(title(report, 'unused-levels'))).toEqual([unused, 3 * answered.length]);
    }));
});

describe('a criterion apart', () => {
  const apart = (rows: string[]) => title(reportOf(rows), 'item-rest');

  test('for sure, where its whole interval lies under the bar', () => {
    const opposed = Array.from({ length: 40 }, (_, p) => (p % 2 === 0 ? '1111110' : '0000001'));
    expect(apart(opposed)).toBe('1 critère sur 7 est peu lié aux autres, hasard exclu');
  });

  test('or perhaps, where chance may have done it', () => {
    const unrelated = [
      '1111',
      '1110',
      '0001',
      '0000',
      '1111',
      '1110',
      '0001',
      '0000',
      '1111',
      '1110',
      '0001',
      '0000'
    ];
    expect(apart(unrelated)).toBe('1 critère sur 4 est peu lié aux autres, sans que le hasard soit exclu');
  });
});

describe('pairs', () => {
  const varied = ['11', '00', '11', '00', '11', '00', '11', '00', '11', '00', '11', '00'];

  test('that never disagree are named, where chance would seldom do it', () => {
    expect(title(reportOf(varied), 'criterion-pairs')).toBe('1 paire de critères ne se contredit jamais');
  });

  test('of a few vendors’ many products are no finding', () => {
    const vendors = varied.map((_, p) => p % 2);
    expect(title(reportOf(varied, vendors), 'criterion-pairs')).toMatch(/le hasard en ferait autant/);
  });

  test('that everybody attains are no pairs', () => {
    expect(title(reportOf(Array(12).fill('11') as string[]), 'criterion-pairs')).toMatch(
      /^Aucune paire à comparer/
    );
  });
});

describe('small and one-sided campaigns', () => {
  test.each([
    ['no product', []],
    ['one product', ['10?-']],
    ['one criterion', ['1', '0', '1']],
    ['everything attained', Array<string>(12).fill('111')],
    ['nothing attained', Array<string>(12).fill('0?0')],
    ['nothing applicable', Array<string>(12).fill('---')]
  ])('%s: every figure says what there is', (_, rows) => {
    for (const locale of ['fr', 'en'] as const)
      for (const text of textsOf(reportOf(rows, undefined, locale), locale))
        expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  test('all or none attained: correlation is said to be undefined', () => {
    for (const answer of ['111', '000'])
      expect(title(reportOf(Array(12).fill(answer) as string[]), 'item-rest')).toMatch(
        /^Aucune corrélation à calculer/
      );
  });

  test('all attained: a coefficient of 1 is not called a scale', () => {
    const report = reportOf(Array(12).fill('111') as string[]);
    expect(title(report, 'reproducibility')).toMatch(/les parts seules donnent déjà 1,00/);
    expect(report.headline).toMatch(/varient trop peu/);
  });
});

test('an interval’s meaning says so where nearly all have answered', () => {
  const matrix = matrixOf(['10', '11', '01', '00']);
  const meaning = (expected?: number) =>
    plain(figure(writeAnalysis(analysisDataOf(matrix, expected), 'fr'), 'intervals').meaning ?? '');
  expect(meaning(4)).toMatch(/^Presque tous les produits attendus ont répondu \(4 sur 4\)/);
  expect(meaning(9)).not.toMatch(/Presque tous/);
  expect(meaning()).not.toMatch(/Presque tous/);
});

describe('many products', () => {
  const many = (count: number) =>
    reportOf(Array.from({ length: count }, (_, p) => '1'.repeat(p % 5).padEnd(4, '0')));

  test('up to 150 each has its column, beyond they are grouped and the caption says so', () => {
    const [whole, grouped] = [many(150), many(151)].map((report) => figure(report, 'scalogram'));
    expect(whole?.drawing).toMatchObject({ rows: { columns: { length: 150 } } });
    expect(whole?.caption).not.toMatch(/groupe/);
    expect(grouped?.drawing).toMatchObject({ rows: { columns: { length: 60 } } });
    expect(grouped?.caption).toMatch(/groupe de produits/);
  });
});
