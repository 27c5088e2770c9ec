import { describe, expect, test } from 'vitest';
import { loadSample } from '#lib/commands/load-sample.ts';
import { defaultThresholds } from '#lib/maturity/publication/thresholds.ts';
import type { Cell } from '#lib/maturity/publication/cell.ts';
import type { ProtectedTables } from '#lib/maturity/publication/protected-tables.ts';
import { publicDossier } from '#lib/reports/dossier/public-dossier.ts';
import { sectionIds } from '#lib/reports/dossier/section.ts';
import { dossierTypst } from '#lib/reports/writers/pdf/dossier-typst.ts';
import { dossierPdf } from '#lib/reports/writers/pdf/dossier-pdf.ts';
import { reportWriters } from '#lib/reports/writers/write-report.ts';
import { viewOf } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import { cellsOf } from '#lib/server/publication-counts.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import type { Store } from '#lib/server/store.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { partsOf } from '../parts.ts';

const [masked, few] = ['Q01', 'Q02'];

/** What a publication might withhold: a criterion whole, another's attained count, a corridor's bands. */
function hidden(cell: Cell): Cell {
  const isWithheld =
    (cell.criterion === masked && cell.measure !== 'applicable') ||
    (cell.criterion === few && ['level', 'unanswered'].includes(cell.measure)) ||
    (cell.corridor === 'Officine' && (cell.band !== '' || cell.measure === 'attained'));
  if (isWithheld) return { ...cell, value: null, status: 'withheld' };
  return cell.criterion === few && cell.measure === 'attained'
    ? { ...cell, value: null, status: 'under_3' }
    : cell;
}

async function material(store: Store) {
  await loadSample(store, 'data/sample');
  return store.read(async (db) => {
    const campaign = await campaigns.find(db, 'v2');
    if (!campaign) throw new Error('no campaign');
    const { view } = viewOf(campaign, []);
    const counts = await cellsOf(db, view, { campaign: 'v2', criteriaByCorridor: true });
    const cells = counts.map((count): Cell => hidden({ ...count, status: 'published' }));
    const questionnaire = await questionnaires.read(db, campaign.questionnaireId);
    const products = await attainment.byProduct(db, view);
    const tables: ProtectedTables = {
      campaigns: [{ code: 'v2', median: 0.52, corridors: [], themes: [] }],
      cells,
      thresholds: defaultThresholds
    };
    return { tables, campaign, questionnaire, products };
  });
}

async function textsOf(bytes: Uint8Array, depth = 0): Promise<string> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || depth > 2) return Buffer.from(bytes).toString();
  const parts = await partsOf(bytes);
  const texts = await Promise.all(
    [...parts].map(async ([name, data]) => `${name}\n${await textsOf(new Uint8Array(data), depth + 1)}`)
  );
  return texts.join('\n');
}

describe('a public report', () => {
  test('names no vendor and no product in any layer of any file, and says what is masked', () =>
    withStore(async (store) => {
      const { tables, campaign, questionnaire, products } = await material(store);
      const dossier = publicDossier(tables, {
        waves: [{ campaign, questionnaire }],
        locale: 'fr',
        sections: sectionIds.filter((id) => id !== 'calibration'),
        isPreview: false,
        ground: 'secret des affaires'
      });
      const names = [...new Set(products.flatMap(({ product, vendor }) => [product, vendor]))].filter(
        (name) => name.length > 5
      );
      expect(names.length).toBeGreaterThan(50);
      for (const format of ['csv', 'html', 'xlsx', 'pptx'] as const) {
        const text = await textsOf(await reportWriters[format].write({ dossier, cells: tables.cells }));
        expect(names.filter((name) => text.includes(name))).toEqual([]);
        expect(text).not.toContain('TLP:');
        expect(text).toContain('moins de 3');
        expect(text).toMatch(/case masquée|withheld/);
      }
      const source = dossierTypst(dossier);
      expect(names.filter((name) => source.includes(name))).toEqual([]);
      expect(source).toContain('masked');
      expect(dossierPdf(dossier).length).toBeGreaterThan(10_000);
    }));

  test('draws a count under 3 as a bound and one unlabelled remainder', () =>
    withStore(async (store) => {
      const { tables, campaign, questionnaire } = await material(store);
      const dossier = publicDossier(tables, {
        waves: [{ campaign, questionnaire }],
        locale: 'fr',
        sections: ['criteria'],
        isPreview: false,
        ground: 'secret des affaires'
      });
      const rows = dossier.sections.flatMap(({ figures }) =>
        figures.flatMap(({ native }) =>
          native?.chart === 'shareRows' ? native.rows.groups.flatMap((group) => group.rows) : []
        )
      );
      const row = rows.find(({ code }) => code === few);
      const N = tables.cells.find(({ criterion, measure }) => criterion === few && measure === 'applicable');
      expect(row?.values).toEqual([0, 0, 0, 3, (N?.value ?? 0) - 3]);
      expect(row?.count).toBe(`moins de 3 sur ${N?.value}`);
      expect(rows.find(({ code }) => code === masked)?.values).toEqual([0, 0, 0, 0, 0]);
    }));
});
