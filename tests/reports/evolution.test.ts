import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal, signed } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { significance } from '#lib/maturity/evolution.ts';
import { pairNames } from '#lib/reports/campaign-pair.ts';
import type { EvolutionData } from '#lib/reports/evolution-data.ts';
import { writeEvolution, type EvolutionReport } from '#lib/reports/evolution.ts';
import { changesOf, namedLines, type NamedChange } from '#lib/reports/figures/slopes.ts';
import { formatCell } from '#lib/reports/format-cell.ts';
import { randomEvolution } from './random-evolution.ts';

type Check = (report: EvolutionReport, data: EvolutionData, locale: Locale) => void;

function always(check: Check) {
  fc.assert(
    fc.property(randomEvolution, fc.constantFrom<Locale>('fr', 'en'), (data, locale) => {
      check(writeEvolution(data, locale), data, locale);
    }),
    { numRuns: 150 }
  );
}

function figure({ figures }: EvolutionReport, id: string) {
  const found = figures.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

function numbers(text: string): number[] {
  return [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));
}

function textsOf(report: EvolutionReport, locale: Locale): string[] {
  const { eyebrow, headline, lede, warnings, figures, cross, facts, notCompared } = report;
  return [
    eyebrow,
    headline,
    lede.join(''),
    ...warnings,
    ...figures.flatMap(({ title, subline, caption, table: { columns, rows } }) => [
      title,
      subline,
      caption,
      ...columns.map(({ label }) => label),
      ...rows.flatMap((row) => row.map((cell, i) => formatCell(cell, columns[i]?.kind ?? 'text', locale)))
    ]),
    ...cross.columns,
    ...facts.facts.flatMap(({ label, panel, all }) => [label, panel, all]),
    ...notCompared.flatMap(({ label, reason }) => [label, reason])
  ];
}

describe('wording', () => {
  test('no text holds what is not a word, or two spaces in a row', () => {
    always((report, _, locale) => {
      for (const text of textsOf(report, locale))
        expect(text).not.toMatch(/NaN|undefined|null|Infinity|\[object|[ \u00a0]{2}|^ | $/);
    });
  });

  test('every title is one short sentence', () => {
    always(({ headline, figures }) => {
      for (const title of [headline, ...figures.map(({ title }) => title)]) {
        expect(title.length).toBeGreaterThan(10);
        expect(title.length).toBeLessThan(160);
        expect(title).toMatch(/^[A-ZÀÉL«“\d]/);
        expect(title.replace(/n° |no\. |\d\.\d/g, '')).not.toMatch(/[.!?]/);
      }
    });
  });

  test('French and English have their own spaces and marks', () => {
    always((report, _, locale) => {
      for (const text of textsOf(report, locale)) {
        if (locale === 'en') expect(text).not.toMatch(/[\s\u00a0][:;?!]|\d[\s\u00a0]%|[«»]|'/);
        else expect(text).not.toMatch(/ [:;?!%»]|« |[^\s\u00a0(][;?!%]|«[^\u00a0]|[^\u00a0]»|'/);
      }
    });
  });

  test('a count of one or none is in the singular', () => {
    always((report, _, locale) => {
      const all = textsOf(report, locale).join('\n');
      if (locale === 'fr')
        expect(all).not.toMatch(/(?<![\d,\u00a0])[01]\u00a0(?:produits|éditeurs|critères)/);
      else expect(all).not.toMatch(/(?<![\d.,])1\u00a0(?:products|vendors|criteria)/);
    });
  });
});

describe('titles hold as worded', () => {
  test('headline: the moves counted, and the panel’s progress a finding only where its test says so', () => {
    always(({ headline }, { evolution: { moves, panel, common } }, locale) => {
      const N = moves.up + moves.same + moves.down;
      if (common === 0 || N === 0) return;
      const [first = '', rest = ''] = headline.split(/\u00a0?; ?/);
      expect(numbers(first)).toEqual([moves.up, moves.down].filter((n) => n > 0));
      const amount = (panel.progress ?? 0) * 100;
      if (panel.products === 0 || Math.abs(amount) < 0.04)
        return expect(rest).toMatch(/aucun|no criterion|pas|not move/);
      const isFinding = (panel.p ?? 1) <= significance;
      expect(plain(rest)).toContain(decimal(Math.abs(amount), locale));
      expect(/hasard|chance/.test(rest)).toBe(!isFinding);
      expect(/gagne|gain/.test(rest)).toBe(amount > 0);
    });
  });

  test('flow: how many of the panel rose, stayed and fell', () => {
    always((report, { evolution: { moves } }) => {
      const N = moves.up + moves.same + moves.down;
      if (N === 0) return;
      const parts = [moves.up, moves.same, moves.down].filter((n) => n > 0);
      expect(numbers(figure(report, 'band-flow').title)).toEqual([N, ...parts]);
    });
  });

  test('cross-table: totals are the campaigns’ products, cells the panel’s', () => {
    always(({ cross }, { evolution }) => {
      const { before, after, moves } = evolution;
      const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
      expect(sum(cross.rows.slice(0, -1).map(({ total }) => total))).toBe(before.products);
      expect(sum(cross.totals.slice(0, -1))).toBe(after.products);
      const inBands = cross.rows.slice(0, cross.bands).map(({ cells }) => cells.slice(0, cross.bands));
      const stayed = inBands.map((cells, i) => cells[i]?.products ?? 0);
      expect([sum(stayed), sum(inBands.flat().map(({ products }) => products))]).toEqual([
        moves.same,
        moves.up + moves.same + moves.down
      ]);
    });
  });

  test('decomposition: the parts as written add up to the change as written', () => {
    always((report, { evolution: { decomposition, panel } }, locale) => {
      const { title, drawing } = figure(report, 'decomposition');
      if (!decomposition || drawing?.chart !== 'decomposition') return expect(decomposition).toBeNull();
      const parts = drawing.rows.filter(({ kind }) => kind === 'part').map(({ value }) => value);
      const total = parts.reduce((a, b) => a + b, 0);
      expect(Math.abs(total - (decomposition.after - decomposition.before) * 100)).toBeLessThan(0.0501);
      if (Math.abs(total) > 0.01) expect(plain(title)).toContain(decimal(Math.abs(total), locale));
      else expect(title).toMatch(/ne bouge pas|does not move/);
      const [progress = 0] = parts;
      if (Math.abs(progress) < 0.01) return;
      expect(title).toContain(`(${signed(progress, locale)})`);
      expect(/hasard|chance/.test(title)).toBe((panel.p ?? 1) > significance);
    });
  });

  test('slopes: as many findings as the adjusted tests say, and those alone named', () => {
    always((report, data, locale) => {
      const { title, drawing } = figure(report, 'slopes');
      const tested = data.evolution.criteria.filter(({ applicable }) => applicable > 0);
      if (tested.length === 0) return expect(drawing).toBeUndefined();
      const found = tested.filter(({ adjusted, change }) => (adjusted ?? 1) <= significance && change !== 0);
      const [up, down] = [
        found.filter(({ change }) => (change ?? 0) > 0),
        found.filter(({ change }) => (change ?? 0) < 0)
      ];
      if (found.length === 0) expect(title).toMatch(/^(Aucun|Le seul|None|The only)/);
      else if (up.length > 0) expect(numbers(title).slice(0, 2)).toEqual([up.length, tested.length]);
      if (down.length > 1)
        expect(plain(title)).toMatch(
          new RegExp(`\\b${down.length}( of \\d+ criteria| critères sur \\d+)? (reculent|fall)`)
        );
      const { named } = namedLines(changesOf(data, locale));
      expect(named.length).toBeLessThanOrEqual(16);
      expect(named.every(({ code }) => found.some((one) => one.code === code))).toBe(true);
      if (found.length <= 16) expect(named).toHaveLength(found.length);
    });
  });

  test('a small panel and a decisive vendor are said', () => {
    always(({ warnings }, { evolution: { panel, decisiveVendor } }) => {
      const isSmall = panel.products > 0 && (panel.products < 20 || panel.vendors < 5);
      expect(warnings.some((text) => /réduit|Small/.test(text))).toBe(isSmall);
      if (warnings.some((text) => /Sans|Without/.test(text))) {
        expect((decisiveVendor?.without ?? NaN) / (panel.progress ?? NaN)).toBeLessThan(0.5);
      }
    });
  });
});

test('of more than sixteen findings the largest are named, and from how many points on', () => {
  const changes = Array.from(
    { length: 40 },
    (_, i) => ({ change: (i + 1) / 100, isFinding: true }) as NamedChange
  );
  const { named, from } = namedLines(changes);
  expect([named.length, from]).toEqual([16, 25]);
  const alike = changes.map((change) => ({ ...change, change: 0.1 }));
  expect(namedLines(alike)).toEqual({ named: [], from: 11 });
});

test('pairNames leaves out the words that both names begin with where years remain', () => {
  const names = (a: string, b: string) => {
    const { before, after } = pairNames({ name: a, code: 'v1' }, { name: b, code: 'v2' });
    return [before, after];
  };
  expect(names('Campagne 2025', 'Campagne 2026')).toEqual(['2025', '2026']);
  expect(names('Campagne 2026', 'Campagne 2026 bis')).toEqual(['Campagne 2026', 'Campagne 2026 bis']);
  expect(names('Pilote', 'Campagne 2026')).toEqual(['Pilote', 'Campagne 2026']);
  expect(names('Campagne', 'Campagne')).toEqual(['v1', 'v2']);
});
