import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawDrawing } from '#lib/charts/draw-drawing.ts';
import { lightPalette } from '#lib/charts/palette.ts';
import { toSvg } from '#lib/charts/svg.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { criterionReport } from '#lib/reports/criterion.ts';
import type { Figure } from '#lib/reports/figure.ts';
import { productReport, type ProductReport } from '#lib/reports/product.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import { viewOf } from '#lib/server/asked-view.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import type { Store } from '#lib/server/store.ts';
import * as naive from '../server/naive.ts';
import { pairsOf, randomCampaign, randomFilters, storeCampaign } from '../server/random-campaign.ts';
import { withStore } from '../server/temp-store.ts';
import { plain, read, wholes } from './claims.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(8);

interface Seen {
  store: Store;
  asked: AskedView;
  locale: Locale;
  /** With the product filters, as the page of a criterion has it, its filters of criteria left out. */
  view: naive.NaiveView;
  /** Without the product filters, as the page of a product has it. */
  whole: naive.NaiveView;
}

async function always(check: (seen: Seen) => Promise<void>): Promise<void> {
  const property = fc.asyncProperty(
    randomCampaign,
    fc.oneof(fc.constant({}), randomFilters),
    fc.constantFrom<Locale>('fr', 'en'),
    (campaign, filters: naive.NaiveFilters, locale) =>
      withStore(async (store) => {
        const lookAt = await storeCampaign(store, campaign);
        const { campaignId } = lookAt(filters);
        const stored = (await store.read(campaigns.list)).find(({ id }) => id === campaignId);
        if (!stored) throw new Error('not stored');
        const { theme, scope, edges, unanswered, ...products } = filters;
        const { criteria, products: all } = campaign;
        await check({
          store,
          asked: viewOf(stored, pairsOf(filters)),
          locale,
          view: naive.viewOf(criteria, all, { ...products, edges, unanswered }),
          whole: naive.viewOf(criteria, all, { theme, scope, edges, unanswered })
        });
      })
  );
  await fc.assert(property, { numRuns: runs, endOnFailure: true });
}

function expectDrawn(figures: Figure[], locale: Locale): void {
  for (const { drawing, title } of figures) {
    if (!drawing) continue;
    const svg = toSvg(drawDrawing, drawing, { width: 474, palette: lightPalette, locale, label: title });
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  }
}

function figureOf({ figures }: { figures: Figure[] }, id: string): Figure {
  const figure = figures.find((one) => one.id === id);
  if (!figure) throw new Error(`no figure ${id}`);
  return figure;
}

/** Numbers of a sentence but for those in the names that the tests make up. */
function numbers(text: string, ...names: string[]): number[] {
  return wholes(names.reduce((rest, name) => rest.replaceAll(name, ''), plain(text)));
}

type Row = naive.NaiveView['products'][number];

async function productOf({ store, asked, locale }: Seen, row: Row): Promise<ProductReport> {
  const report = await productReport(store, asked, row.product.id, 'corridor', locale);
  if (!report) throw new Error('no report');
  return report;
}

describe('the page of a product', () => {
  test('says in its headline what is attained, and exactly what the next band takes', async () => {
    await always(async (seen) => {
      for (const row of seen.whole.products.slice(0, 4)) {
        const report = await productOf(seen, row);
        const { attained: n, applicable: N } = row;
        const [declared = '', next] = plain(report.headline).split(/ ?; /);
        if (N === 0) {
          expect(declared).toMatch(/^(Aucun critère|No criterion)/);
          continue;
        }
        const said = numbers(declared, row.product.product);
        if (n > 0 && n < N) expect(said).toEqual([n, N]);
        else if (N > 1) expect(said).toEqual([N]);
        const { edges } = seen.whole;
        const band = naive.bandOf(n, N, edges);
        if (!next) {
          expect(band).toBe(`${edges.at(-1)}-100`);
          continue;
        }
        const [missing = NaN, from] = wholes(next);
        expect(naive.bandOf(n + missing, N, edges)?.split('-')[0]).toBe(String(from));
        expect(naive.bandOf(n + missing - 1, N, edges)).toBe(band);
        const { lines, more } = report.accessible ?? { lines: [], more: 0 };
        expect(lines.length + more).toBe(missing);
      }
    });
  });

  test('lists every answer once, gaps first that most peers attain, and counts them in its titles', async () => {
    await always(async (seen) => {
      for (const row of seen.whole.products.slice(0, 3)) {
        const report = await productOf(seen, row);
        const { criteria } = seen.whole;
        const missed = row.applicable - row.attained;
        const short = row.states.map((state, i) =>
          typeof state === 'number' ? (criteria[i]?.target ?? 0) - state : 0
        );
        const gaps = figureOf(report, 'gaps');
        const said = numbers(gaps.title);
        if (row.applicable > 0 && missed > 0) {
          expect(said[0]).toBe(missed);
          const one = short.filter((gap) => gap === 1).length;
          if (said.length > 1) expect(said[1]).toBe(one);
          else expect([0, missed]).toContain(one);
        }
        const above = short.filter((gap) => gap < 0).length;
        const attained = figureOf(report, 'attained');
        expect(numbers(attained.title)).toEqual(
          row.attained === 0 ? [] : above === 0 ? [row.attained] : [row.attained, above]
        );
        expect(gaps.table.rows.length + attained.table.rows.length).toBe(criteria.length);
        expect(figureOf(report, 'answers').table.rows.map(([code]) => code)).toEqual(
          criteria.map(({ code }) => code)
        );
        for (const { lines } of report.gaps) {
          const shares = lines.map(({ n, N }) => (N === 0 ? 0 : n / N));
          expect(shares).toEqual([...shares].sort((a, b) => b - a));
        }
        expectDrawn(report.figures, seen.locale);
      }
    });
  });

  test('places it and its themes against the median of five peers or more', async () => {
    await always(async (seen) => {
      for (const row of seen.whole.products.slice(0, 3)) {
        const report = await productOf(seen, row);
        if (row.applicable === 0) continue;
        const peers = seen.whole.products.filter(
          ({ product }) => report.peers?.kind === 'campaign' || product.corridor === row.product.corridor
        );
        const rates = peers.filter(({ applicable }) => applicable > 0).map((p) => p.attained / p.applicable);
        const title = plain(figureOf(report, 'position').title).replaceAll(row.product.product, 'P');
        if (rates.length < 5) {
          expect(title).not.toMatch(/médiane|median/);
          continue;
        }
        const difference = (100 * row.attained) / row.applicable - 100 * (naive.quantile(rates, 0.5) ?? NaN);
        const { form, parts } = read(title, {
          at: /^P (?:se situe à la médiane|is at the median) /,
          near: /^P (?:se situe|is) (?:à moins d’un point|less than one point) (au-dessus|au-dessous|above|below)/,
          apart: /^P (?:se situe|is) (\d+) points? (au-dessus|au-dessous|above|below) /
        });
        if (form === 'at') {
          expect(Math.abs(difference)).toBeLessThan(1e-6);
          continue;
        }
        expect(/au-dessus|above/.test(parts.at(-1) ?? '')).toBe(difference > 0);
        const points = form === 'near' ? 0 : Number(parts[0]);
        expect(Math.abs(points - Math.abs(difference))).toBeLessThanOrEqual(0.5 + 1e-6);
        const themes = figureOf(report, 'themes');
        const below = themes.table.rows.filter((r) => r[5] !== null && Number(r[3]) < Number(r[5]) - 1e-9);
        const compared = themes.table.rows.filter((r) => r[5] !== null);
        const said = numbers(themes.title.replace(/«.*|“.*/s, ''));
        if (below.length > 0) expect(said).toEqual([below.length, compared.length]);
        else expect(said).toEqual(compared.length > 1 ? [compared.length] : []);
      }
    });
  });

  test('does not exist where no response was ever stored', async () => {
    await always(async ({ store, asked, locale }) => {
      expect(await productReport(store, asked, '000000000000', 'corridor', locale)).toBeUndefined();
    });
  });
});

describe('the page of a criterion', () => {
  test('counts in its titles who attains it, who would gain it, and who would rise', async () => {
    await always(async ({ store, asked, locale, view }) => {
      for (const [i, figures] of naive.byCriterion(view).entries()) {
        if (i % 4 > 0) continue;
        const report = await criterionReport(store, asked, figures.code.toLowerCase(), locale);
        if (!report) throw new Error('no report');
        const { attained: n, applicable: N } = figures;
        const name = `Question ${figures.code}`;
        const said = numbers(report.headline, name);
        if (view.products.length === 0) {
          expect(report.headline).toMatch(/filtre|filter/);
          continue;
        }
        if (N > 1) expect(said).toEqual(n === 0 ? [N] : [n, N]);
        expect(report.standings.reduce((sum, { products }) => sum + products.length, 0)).toBe(
          view.products.length
        );
        const bands = figureOf(report, 'bands');
        const states = view.products.map((row) => row.states[i]);
        const gaining = states.filter(
          (s) => s !== 'not_applicable' && !(typeof s === 'number' && s >= figures.target)
        ).length;
        const before = bands.table.rows.reduce((sum, row) => sum + Number(row[1]), 0);
        const after = bands.table.rows.reduce((sum, row) => sum + Number(row[2]), 0);
        expect(after).toBeGreaterThanOrEqual(before);
        if (gaining > 1) expect(numbers(bands.title).at(-1)).toBe(gaining);
        expectDrawn(report.figures, locale);
      }
    });
  });

  test('does not exist where the questionnaire has no such code', async () => {
    await always(async ({ store, asked, locale }) => {
      expect(await criterionReport(store, asked, 'C999', locale)).toBeUndefined();
    });
  });
});
