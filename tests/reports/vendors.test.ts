import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawDrawing } from '#lib/charts/draw-drawing.ts';
import { lightPalette } from '#lib/charts/palette.ts';
import { toSvg } from '#lib/charts/svg.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Figure } from '#lib/reports/figure.ts';
import { vendorReport, type VendorReport } from '#lib/reports/vendor.ts';
import {
  parseVendorSort,
  vendorColumns,
  vendorFigures,
  vendorPart,
  vendorsReport
} from '#lib/reports/vendors.ts';
import { viewOf, type AskedView } from '#lib/server/asked-view.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import type { Store } from '#lib/server/store.ts';
import * as naive from '../server/naive.ts';
import { byVendor } from '../server/naive-vendors.ts';
import { pairsOf, randomCampaign, randomFilters, storeCampaign } from '../server/random-campaign.ts';
import { formatListSort } from '#lib/reports/list-sort.ts';
import { withStore } from '../server/temp-store.ts';
import { plain, wholes } from './claims.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(4);

interface Seen {
  store: Store;
  asked: AskedView;
  locale: Locale;
  view: naive.NaiveView;
  /** Without any product filter. */
  whole: naive.NaiveView;
  /** Of one vendor: without the other product filters. */
  of: (vendor: string) => naive.NaiveView;
}

async function always(check: (seen: Seen) => Promise<void>): Promise<void> {
  const property = fc.asyncProperty(
    randomCampaign,
    fc.oneof(fc.constant({}), randomFilters),
    fc.constantFrom<Locale>('fr', 'en'),
    (campaign, filters: naive.NaiveFilters, locale) =>
      withStore(async (store) => {
        const { campaignId } = (await storeCampaign(store, campaign))(filters);
        const stored = (await store.read(campaigns.list)).find(({ id }) => id === campaignId);
        if (!stored) throw new Error('not stored');
        const { theme, scope, edges, unanswered } = filters;
        const { criteria, products } = campaign;
        await check({
          store,
          asked: viewOf(stored, pairsOf(filters)),
          locale,
          view: naive.viewOf(criteria, products, filters),
          whole: naive.viewOf(criteria, products, { theme, scope, edges, unanswered }),
          of: (vendor) =>
            naive.viewOf(criteria, products, { theme, scope, edges, unanswered, vendor: [vendor] })
        });
      })
  );
  await fc.assert(property, { numRuns: runs, endOnFailure: true });
}

function figureOf({ figures }: { figures: Figure[] }, id: string): Figure {
  const figure = figures.find((one) => one.id === id);
  if (!figure) throw new Error(`no figure ${id}`);
  return figure;
}

function expectDrawn(figures: Figure[], locale: Locale): void {
  for (const { drawing, title } of figures) {
    if (!drawing) continue;
    for (const width of [358, 1184])
      expect(toSvg(drawDrawing, drawing, { width, palette: lightPalette, locale, label: title })).not.toMatch(
        /NaN|Infinity|undefined/
      );
  }
}

const quarters = [
  /sous le premier|below the first/,
  /entre premier|between first/,
  /entre médiane|between median/,
  /au troisième|at the third/
];

describe('the page of vendors', () => {
  test('counts in its title the vendors of the lowest band, by their pooled rate', async () => {
    await always(async ({ store, asked, locale, view }) => {
      const { headline } = await vendorsReport(store, asked, locale);
      const rated = byVendor(view).filter(({ rate }) => rate !== null);
      const low = rated.filter((row) =>
        naive.bandOf(row.attained, row.applicable, view.edges)?.startsWith('0-')
      );
      const said = wholes(plain(headline));
      if (rated.length < 2) return;
      const edge = view.edges[0];
      expect(said).toEqual(low.length === 0 ? [rated.length, edge] : [low.length, rated.length, edge]);
    });
  });

  test('says in its lede how many hold half of what is missing', async () => {
    await always(async ({ store, asked, locale, view }) => {
      const { lede } = await vendorsReport(store, asked, locale);
      const missed = byVendor(view).map(({ applicable, attained }) => applicable - attained);
      const all = missed.reduce((sum, n) => sum + n, 0);
      const [total, holders, vendors] = wholes(plain(lede.join('')));
      if (lede.length === 0) return;
      expect([total, vendors]).toEqual([all, missed.length]);
      const most = (n: number) =>
        [...missed]
          .sort((a, b) => b - a)
          .slice(0, n)
          .reduce((sum, m) => sum + m, 0);
      expect(2 * most(holders ?? NaN)).toBeGreaterThanOrEqual(all);
      expect(2 * most((holders ?? NaN) - 1)).toBeLessThan(all);
    });
  });

  test('lists every vendor once in any order asked, unrated ones last', async () => {
    await always(async ({ store, asked, locale, view }) => {
      for (const column of vendorColumns) {
        for (const sort of [column, `-${column}`]) {
          const asks = parseVendorSort(sort);
          expect(formatListSort(asks)).toBe(sort);
          const part = (from: number, length: number) =>
            vendorPart(store, asked, asks, locale, { from, length });
          const lines = await part(0, 1000);
          const { figures } = await vendorFigures(store, asked, asks, locale);
          expect(lines.map(({ vendor }) => vendor).sort()).toEqual(
            byVendor(view)
              .map(({ vendor }) => vendor)
              .sort()
          );
          expect([...(await part(0, 2)), ...(await part(2, 1)), ...(await part(3, 1000))]).toEqual(lines);
          if (column === 'vendor') continue;
          const values = lines.map((line) => line[column]).filter((value) => value !== null);
          const rising = [...values].sort((a, b) => a - b);
          expect(values).toEqual(asks.down ? rising.reverse() : rising);
          if (column === 'rate')
            expect(lines.slice(values.length).every(({ rate }) => rate === null)).toBe(true);
          expectDrawn(figures, locale);
        }
      }
    });
  });
});

describe('the sheet of a vendor', () => {
  async function sheets(
    { store, asked, locale, view, of }: Seen,
    see: (report: VendorReport, own: naive.NaiveView) => void
  ) {
    for (const { vendor } of byVendor(view).slice(0, 2)) {
      const report = await vendorReport(store, asked, vendor.toUpperCase(), 1, locale);
      if (!report) throw new Error(`no report of ${vendor}`);
      see(report, of(vendor));
    }
  }

  function missedBy(own: naive.NaiveView, i: number): number {
    const target = own.criteria[i]?.target ?? 0;
    return own.products.filter(({ states }) => {
      const state = states[i];
      if (state === 'not_applicable') return false;
      return typeof state === 'number' ? state < target : own.unanswered === 'count';
    }).length;
  }

  test('puts first exactly the criteria that all of its products miss, and then the others', async () => {
    await always((seen) =>
      sheets(seen, ({ sheet }, own) => {
        const products = own.products.length;
        const missed = own.criteria
          .map(({ code }, i) => ({ code, n: missedBy(own, i) }))
          .filter(({ n }) => n > 0);
        const all = missed.filter(({ n }) => products > 1 && n === products).map(({ code }) => code);
        const codes = (lines: { criterion: string }[] = []) => lines.map(({ criterion }) => criterion).sort();
        expect(codes(sheet?.groups.byAll)).toEqual([...all].sort());
        expect(codes(sheet?.groups.others)).toEqual(
          missed
            .map(({ code }) => code)
            .filter((code) => !all.includes(code))
            .sort()
        );
      })
    );
  });

  test('shows each product side by side as it answered, and all of them in the table to take away', async () => {
    await always((seen) =>
      sheets(seen, (report, own) => {
        const { sheet } = report;
        for (const line of [...(sheet?.groups.byAll ?? []), ...(sheet?.groups.others ?? [])]) {
          const i = own.criteria.findIndex(({ code }) => code === line.criterion);
          line.cells.forEach((cell, c) => {
            const row = own.products.find(({ product }) => product.id === sheet?.columns[c]?.id);
            const state = row?.states[i];
            expect(cell?.level ?? null).toBe(typeof state === 'number' ? state : null);
            expect(cell?.state).toBe(typeof state === 'number' ? 'level' : state);
          });
        }
        expect(sheet?.columns).toHaveLength(Math.min(8, own.products.length));
        const missed = own.criteria.reduce((sum, _, i) => sum + missedBy(own, i), 0);
        expect(figureOf(report, 'missing').table.rows).toHaveLength(missed);
        const effort = own.products.reduce((sum, row) => sum + row.effort, 0);
        expect(figureOf(report, 'missing').table.rows.reduce((sum, row) => sum + Number(row[10]), 0)).toBe(
          effort
        );
        expectDrawn(report.figures, seen.locale);
      })
    );
  });

  test('says where each product stands among the quarters of the whole campaign, whatever the product filters', async () => {
    await always((seen) =>
      sheets(seen, (report, own) => {
        const rates = seen.whole.products.flatMap((p) =>
          p.applicable === 0 ? [] : [p.attained / p.applicable]
        );
        const quartiles = [0.25, 0.5, 0.75].map((p) => naive.quantile(rates, p) ?? NaN);
        for (const { rate, quarter, id } of report.sheet?.products ?? []) {
          const row = own.products.find(({ product }) => product.id === id);
          if (rates.length < 5 || row?.applicable === 0) expect(quarter).toBe('–');
          else {
            const reached = quartiles.filter((quartile) => (rate ?? NaN) >= quartile - 1e-9).length;
            expect(quarter).toMatch(quarters[reached] ?? /never/);
          }
        }
      })
    );
  });

  test('counts the vendor in the campaign as its list does', async () => {
    await always((seen) =>
      sheets(seen, (report, own) => {
        const { rows } = figureOf(report, 'history').table;
        expect([rows[0]?.[2], rows[0]?.[3]]).toEqual([
          own.products.reduce((sum, row) => sum + row.attained, 0),
          own.products.reduce((sum, row) => sum + row.applicable, 0)
        ]);
        expect(rows).toHaveLength(own.products.length + 1);
      })
    );
  });
});
