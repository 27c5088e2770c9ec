import { describe, expect, test } from 'vitest';
import { percent } from '#lib/i18n/format.ts';
import type { Counts } from '#lib/maturity/figures.ts';
import { always, alwaysOf, countWhere, half, plain, read, share, wholes, type Shown } from './claims.ts';

/** The parts of « 3 produits sur 12 concernés se situent … » and its like. */
function who(sentence: string, { rates, data }: Shown): { n: number; rest: string } {
  const { form, parts } = read(sentence, {
    one: /^(?:L’unique produit|Le seul produit( concerné)|The only product( concerned)?)( .*)$/,
    both: /^Both products( concerned)?( .*)$/,
    all: /^(?:Les|All) (\d+) (?:produits( concernés)?|products( concerned)?)( .*)$/,
    none: /^(?:Aucun des|None of the) (\d+) (?:produits( concernés)?|products( concerned)?)( .*)$/,
    some: /^(\d+) (?:produits? sur (\d+)( concernés?)?|of (?:the )?(\d+) products( concerned)?)( .*)$/
  });
  expect(/^[^;,]*concern/.test(sentence)).toBe(rates.length < data.overview.products);
  const numbers = parts.filter((part) => /^\d+$/.test(part)).map(Number);
  const whole = { one: 1, both: 2, all: numbers[0], none: numbers[0], some: numbers[1] }[form];
  expect(whole).toBe(rates.length);
  const n = { one: 1, both: 2, all: numbers[0], none: 0, some: numbers[0] }[form];
  return { n: n ?? NaN, rest: parts.at(-1) ?? '' };
}

describe('headline', () => {
  test('counts the products at the top and those far below it', () => {
    always((shown) => {
      const sentence = plain(shown.report.headline);
      const { rates, data } = shown;
      if (rates.length === 0)
        return expect(sentence).toMatch(data.overview.products === 0 ? /filtre|filter/ : /critère|criterion/);
      const { n, rest } = who(sentence, shown);
      const [claim = '', remain] = rest.split(/ ?; /);
      const [edge = NaN] = wholes(claim);
      if (rates.length === 1)
        return expect(Math.abs(edge - share(rates[0] as Counts))).toBeLessThanOrEqual(half);
      expect(n).toBe(countWhere(rates, (s) => s >= edge));
      expect(edge).toBe(data.edges.at(-1));
      if (n === 1) expect(claim).toMatch(/déclare atteindre|declares that it/);
      if (!remain) return;
      const numbers = wholes(remain);
      const below = countWhere(rates, (s) => s < (numbers.at(-1) ?? NaN));
      expect(below).toBe(numbers.length === 2 ? numbers[0] : rates.length);
      expect(/ reste | remains /.test(` ${remain}`)).toBe(numbers.length === 2 && below === 1);
    });
  });
});

describe('bands', () => {
  test('counts the products of the fullest band', () => {
    alwaysOf('bands', (title, _, shown) => {
      const { rates, data } = shown;
      if (rates.length === 0) return expect(title).toMatch(/^(Aucun produit|No product) /);
      const { n, rest } = who(title, shown);
      const { form, parts } = read(rest, {
        between: / (?:se situe(?:nt)?|is|are) (?:entre|between) (\d+) (?:et|and) (\d+) ?%$/,
        over: / (?:se situe(?:nt)?|is|are) (?:à|at) (\d+) ?% (?:et plus|and over)$/,
        under: / (?:se situe(?:nt)?|is|are) (?:sous|under) (\d+) ?%$/
      });
      const [a = NaN, b = NaN] = parts.map(Number);
      const [from, to] = { between: [a, b], over: [a, 101], under: [0, a] }[form] as [number, number];
      expect(n).toBe(countWhere(rates, (s) => s >= from && s < to));
      expect(n).toBe(Math.max(...data.overview.bands.map(({ products }) => products)));
      expect(/se situe | is /.test(rest)).toBe(n === 1);
    });
  });

  test('has a table that adds up to the rated products', () => {
    alwaysOf('bands', (_, { table }, { rates }) => {
      expect(table.rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(rates.length);
      for (const [, n, N, part] of table.rows) expect(part).toBe(N === 0 ? null : Number(n) / Number(N));
    });
  });
});

describe('band-change', () => {
  test('says of both ends the way that their shares went', () => {
    alwaysOf('band-change', (title, _, { rates, ratesBefore, data }) => {
      const part = (list: Counts[], test: (s: number) => boolean) => countWhere(list, test) / list.length;
      const move = (test: (s: number) => boolean) => Math.sign(part(rates, test) - part(ratesBefore, test));
      const [low, high] = [data.edges[0] as number, data.edges.at(-1) as number];
      const moves = [move((s) => s < low), move((s) => s >= high)];
      const { form, parts } = read(title, {
        still: /parts des produits.* ne changent pas$|shares of products.* do not change$/,
        alike: / (augmente|recule), celle .* aussi$| (grows|shrinks), and so does .*$/,
        apart:
          / (augmente|recule|ne change pas), celle .* (augmente|recule|ne change pas)$| (grows|shrinks|does not change), that .* (grows|shrinks|does not change)$/
      });
      const signs: Record<string, number> = { augmente: 1, grows: 1, recule: -1, shrinks: -1 };
      const said = {
        still: [0, 0],
        alike: [parts[0], parts[0]].map((verb) => signs[verb ?? '']),
        apart: parts.map((verb) => signs[verb] ?? 0)
      };
      expect(said[form]).toEqual(moves);
      expect(wholes(title.replace(/«[^»]*»|“[^”]*”/, ''))).toEqual([low, high]);
    });
  });
});

describe('products', () => {
  test('halves and ranges as worded', () => {
    alwaysOf('products', (title, _, shown) => {
      const { rates, data } = shown;
      if (rates.length === 0) return expect(title).toMatch(/^(Aucun produit|No product) /);
      const shares = rates.map(share);
      const numbers = wholes(title.replace(/^(Les|All) \d+/, ''));
      const [low, high] = [Math.min(...shares), Math.max(...shares)];
      if (/entre|between/.test(title)) {
        const [from = NaN, to = NaN] = numbers.slice(-2);
        expect(from <= low && high <= to).toBe(true);
        expect(data.bins).toBeDefined();
      } else {
        const [from = NaN, to = NaN] = numbers.length === 1 ? [numbers[0], numbers[0]] : numbers.slice(-2);
        const bin = data.bins ? 1 : half;
        expect(Math.abs(from - low)).toBeLessThanOrEqual(bin);
        expect(Math.abs(to - high)).toBeLessThanOrEqual(bin);
      }
      const median = /(?:médian atteint|median product attains) (\d+)[,.](\d)/.exec(title);
      if (median) {
        // as the drawing writes it, to the decimal
        const said = Number(`${median[1]}.${median[2]}`);
        return expect(Math.abs(said - 100 * (data.overview.median ?? NaN))).toBeLessThanOrEqual(0.05 + 1e-9);
      }
      if (!/^(La moitié|Half)/.test(title)) return void who(title, shown);
      const end = /tous ses|all of/.test(title) ? 100 : 0;
      expect(2 * countWhere(rates, (s) => s === end)).toBeGreaterThanOrEqual(rates.length);
    });
  });

  test('lists every product, or every bin', () => {
    alwaysOf('products', (_, { table }, { data, rates }) => {
      if (data.bins) expect(table.rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(rates.length);
      else expect(table.rows).toHaveLength(data.overview.products);
    });
  });
});

const numberWords: Record<string, number> = {
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  two: 2,
  three: 3,
  four: 4,
  five: 5
};

describe('criteria-worst and criteria-best', () => {
  for (const [id, from] of [
    ['criteria-worst', 'low'],
    ['criteria-best', 'high']
  ] as const) {
    test(`${id} bounds the shares that it shows, and those outside are not nearer the end`, () => {
      alwaysOf(id, (title, { table }, { data }) => {
        const { form, parts } = read(title, {
          most: /^(?:Les|The) (\S+) .*(?:au plus|at most) (\d+) ?%/,
          least: /^(?:Les|The) (\S+) .*(?:au moins|at least) (\d+) ?%/,
          range: /^(?:Les|The) (\S+) .*(?:de|from) (\d+) ?% (?:à|to) (\d+) ?%/,
          alike: /^(?:Les|The) (\S+) .*: (\d+) ?%/
        });
        const [number = '', a = NaN, b = a] = [parts[0], ...parts.slice(1).map(Number)] as [
          string,
          number,
          number?
        ];
        const shares = table.rows.map((row) => 100 * Number(row[4]));
        expect(numberWords[number]).toBe(shares.length);
        const near = (x: number, y: number) => Math.abs(x - y) <= half;
        const holds = {
          most: shares.every((s) => s <= a + 1e-9) && shares.some((s) => s > a - 1),
          least: shares.every((s) => s >= a - 1e-9) && shares.some((s) => s < a + 1),
          range: near(a, shares[0] ?? NaN) && near(b, shares.at(-1) ?? NaN) && a !== b,
          alike: shares.every((s) => near(s, a))
        }[form];
        expect(holds).toBe(true);
        expect(title).not.toMatch(/(au plus|at most) 100 ?%|(au moins|at least) 0 ?%/);
        const outside = data.criteria.filter(
          ({ code, rate }) => rate !== null && table.rows.every((row) => row[0] !== code)
        );
        for (const { rate } of outside) {
          if (from === 'low') expect(100 * Number(rate)).toBeGreaterThanOrEqual(Math.max(...shares));
          else expect(100 * Number(rate)).toBeLessThanOrEqual(Math.min(...shares));
        }
      });
    });
  }

  test('no criterion is in both, and fewer than four stand in one figure', () => {
    always(({ report, data }) => {
      const codes = (id: string) =>
        report.figures.find((one) => one.id === id)?.table.rows.map(([code]) => code) ?? [];
      const best = codes('criteria-best');
      expect(codes('criteria-worst').filter((code) => best.includes(code))).toEqual([]);
      const rated = data.criteria.filter(({ rate }) => rate !== null).length;
      expect(best.length).toBe(rated < 4 ? 0 : Math.min(5, Math.floor(rated / 2)));
      if (rated < 4) expect(codes('criteria-all')).toHaveLength(rated);
    });
  });

  test('criteria-all names the ends, or the counts of the only one', () => {
    alwaysOf('criteria-all', (title, { table }) => {
      const { rows } = table;
      if (rows.length === 0) return expect(title).toMatch(/^(Aucun critère|No applicable)/);
      const numbers = wholes(title);
      if (rows.length === 1) return expect(numbers).toEqual([rows[0]?.[2], rows[0]?.[3]]);
      const ends = [rows[0]?.[4], rows.at(-1)?.[4]].map((s) => wholes(percent(Number(s), 'fr'))[0]);
      expect(numbers).toEqual(ends[0] === ends[1] ? [ends[0]] : ends);
    });
  });
});

describe('corridors', () => {
  test('the medians range as worded, and every corridor is as wide as said', () => {
    alwaysOf('corridors', (title, _, { data }) => {
      const rated = data.corridors.filter((one) => one.rated > 0);
      const named = rated.filter(({ corridor }) => corridor !== '');
      const told = named.length < 2 ? rated : named;
      const medians = told.map(({ median }) => 100 * Number(median));
      const numbers = wholes(title);
      const wide = /^(Dans chaque|In every)/.test(title) ? numbers.shift() : undefined;
      const [low = NaN, high = low] = numbers;
      expect(Math.abs(low - Math.min(...medians))).toBeLessThanOrEqual(half);
      expect(Math.abs(high - Math.max(...medians))).toBeLessThanOrEqual(half);
      if (wide === undefined) return;
      for (const { corridor } of told) {
        const own =
          data.products?.filter((one) => one.corridor === corridor && one.applicable > 0).map(share) ?? [];
        expect(Math.max(...own) - Math.min(...own)).toBeGreaterThanOrEqual(wide - 1e-9);
      }
    });
  });
});

describe('themes', () => {
  test('names or counts the best and the worst, with their shares', () => {
    alwaysOf('themes', (title, { table }) => {
      const rows = table.rows.map(([name, , n, N]) => ({
        name,
        share: share({ attained: Number(n), applicable: Number(N) })
      }));
      const [top, bottom] = [
        Math.max(...rows.map((row) => row.share)),
        Math.min(...rows.map((row) => row.share))
      ];
      const claims = /^(Tous|All)/.test(title) || rows.length === 1 ? [title, title] : title.split('), ');
      expect(claims).toHaveLength(2);
      for (const [claim, value] of [
        [claims[0] ?? '', top],
        [claims[1] ?? '', bottom]
      ] as const) {
        const there = rows.filter((row) => Math.abs(row.share - value) < 1e-9);
        expect(Math.abs((wholes(claim).at(-1) ?? NaN) - value)).toBeLessThanOrEqual(half);
        if (claims[0] === claims[1]) continue;
        if (there.length === 1) expect(claim).toContain(there[0]?.name);
        else expect(wholes(claim)[0]).toBe(there.length);
      }
    });
  });
});
