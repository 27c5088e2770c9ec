import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workedOut } from '#lib/maturity/disclosure/attackers.ts';
import { cellsOf } from '#lib/maturity/disclosure/cells-of.ts';
import type { Material } from '#lib/maturity/disclosure/material.ts';
import { protect } from '#lib/maturity/disclosure/protect.ts';
import { sensitiveUnits, type RuledUnit } from '#lib/maturity/disclosure/sensitive-units.ts';
import { cellKey, type Cell } from '#lib/maturity/publication/cell.ts';
import { defaultThresholds } from '#lib/maturity/publication/thresholds.ts';
import { highs } from '#lib/maturity/whole-programs/highs.ts';
import * as publicationMaterial from '#lib/server/publication-material.ts';
import type { Store } from '#lib/server/store.ts';
import { storeCampaign, type RandomCampaign } from '#tests/server/random-campaign.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { effort, possibleValues } from './consistent-tables.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(8);
const mostTables = 60_000;
const mostChoices = 300;

/** Two criteria of one theme, up to three corridors of a few products, some of few vendors. */
const smallCampaign: fc.Arbitrary<RandomCampaign> = fc
  .record({
    conditional: fc.boolean(),
    sizes: fc.array(fc.integer({ min: 2, max: 7 }), { minLength: 2, maxLength: 2 }),
    answers: fc.array(fc.constantFrom(1, 1, 2, 2, 2, 'unanswered' as const), {
      minLength: 48,
      maxLength: 48
    }),
    vendors: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 24, maxLength: 24 }),
    waived: fc.integer({ min: 0, max: 4 })
  })
  .map(({ conditional, sizes, answers, vendors, waived }) => {
    const corridors = sizes.flatMap((size, k) => Array.from({ length: size }, () => `K${k}`));
    const scope = conditional ? ('conditional' as const) : ('common' as const);
    return {
      criteria: [
        { code: 'C0', theme: 'Accès', scope: 'common' as const, levels: 2, target: 2 },
        { code: 'C1', theme: 'Accès', scope, levels: 2, target: 2 }
      ],
      products: corridors.map((corridor, i) => ({
        id: `${i}`,
        product: `Produit ${i}`,
        vendor: `Éditeur ${vendors[i] ?? 0}`,
        corridor,
        attributes: {},
        cells: [answers[2 * i] ?? 1, conditional && i < waived ? 'not_applicable' : (answers[2 * i + 1] ?? 1)]
      }))
    };
  });

async function materialOf(
  store: Store,
  campaign: RandomCampaign,
  criteriaByCorridor: boolean
): Promise<Material> {
  const view = (await storeCampaign(store, campaign))({});
  const asked = { campaign: 'c', criteriaByCorridor, thresholds: defaultThresholds, earlier: [] };
  const read = await store.read((db) => publicationMaterial.read(db, view, asked));
  return { ...read, changedCorridors: new Set<string>() };
}

/** The printed sizes, and the campaign's own total of the same criterion and level or band where a cell prints it. */
function sizesAndTotal(cells: readonly Cell[], { measure, criterion, band, level }: Cell): Cell[] {
  // sizes of all criteria say nothing of one that is looked at by itself
  const isOwn = (cell: Cell) => criterion === '' || cell.criterion === criterion;
  const isSize = (cell: Cell) =>
    (['applicable', 'not_applicable'].includes(cell.measure) && isOwn(cell)) ||
    cell.measure === 'rated' ||
    (cell.measure === 'products' && cell.band === '');
  return cells.map((cell) => {
    const isTotal =
      cell.corridor === '' &&
      cell.measure === measure &&
      cell.criterion === criterion &&
      cell.band === band &&
      cell.level === level;
    return isTotal || isSize(cell) ? cell : { ...cell, value: null, status: 'withheld' as const };
  });
}

const isProtected = ({ measure, band }: Cell) =>
  ['attained', 'level', 'unanswered'].includes(measure) || band !== '';

test('every withheld count can be at least three whole numbers, by trying every table there may be', () =>
  withStore(async (store) => {
    const solver = await highs();
    let [tried, withheld] = [0, 0];
    const property = fc.asyncProperty(smallCampaign, fc.boolean(), async (campaign, byCorridor) => {
      const material = await materialOf(store, campaign, byCorridor);
      const { cells } = protect(solver, material, defaultThresholds);
      const hidden = cells.filter((cell) => cell.status !== 'published' && isProtected(cell));
      if (hidden.length === 0 || effort(cells, material.criteria) > mostTables) return;
      tried += 1;
      withheld += hidden.length;
      possibleValues(cells, material.criteria, hidden).forEach((values, i) => {
        const cell = hidden[i] as Cell;
        const truth = material.counts.find((count) => cellKey(count) === cellKey(cell))?.value;
        expect(values).toContain(truth);
        if (values.size >= 3) return;
        const own = material.criteria.filter(({ code }) => cell.criterion === '' || cell.criterion === code);
        const alone = sizesAndTotal(cells, cell);
        if (effort(alone, own) > mostTables) return;
        const [left] = possibleValues(alone, own, [cell]);
        expect({ cell, values, needed: Math.min(3, left?.size ?? 0) }).toMatchObject({ needed: values.size });
      });
    });
    await fc.assert(property, { numRuns: 3 * runs });
    expect([tried, withheld].every((count) => count > 0)).toBe(true);
  }));

function lossOf(units: readonly RuledUnit[], withheld: ReadonlySet<number>): number {
  return [...withheld].reduce((sum, i) => sum + (units[i]?.loss ?? 0), 0);
}

/** Every choice of further units that loses less than `bound`; undefined where these are too many to try. */
function cheaperChoices(
  units: readonly RuledUnit[],
  free: number[],
  bound: number
): Set<number>[] | undefined {
  let choices: { chosen: number[]; loss: number }[] = [{ chosen: [], loss: 0 }];
  for (const i of free) {
    const more = choices
      .map(({ chosen, loss }) => ({ chosen: [...chosen, i], loss: loss + (units[i]?.loss ?? 0) }))
      .filter(({ loss }) => loss < bound);
    choices = [...choices, ...more];
    if (choices.length > mostChoices) return undefined;
  }
  return choices.filter(({ loss }) => loss < bound).map(({ chosen }) => new Set(chosen));
}

test('no choice that withholds less is safe, by trying every one: never is all given up where a small loss would do', () =>
  withStore(async (store) => {
    const solver = await highs();
    let tried = 0;
    const property = fc.asyncProperty(smallCampaign, async (campaign) => {
      const material = await materialOf(store, campaign, false);
      const units = sensitiveUnits(material, defaultThresholds);
      const { cells } = protect(solver, material, defaultThresholds);
      const hidden = new Set(cells.filter(({ status }) => status === 'withheld').map(cellKey));
      const forced = [...units.keys()].filter(
        (i) => units[i]?.rule !== undefined && units[i].rule !== 'small'
      );
      const isWithheld = (i: number) => units[i]?.cells.some((cell) => hidden.has(cellKey(cell))) ?? false;
      const further = new Set([...units.keys()].filter((i) => !forced.includes(i) && isWithheld(i)));
      const free = [...units.keys()].filter((i) => !forced.includes(i) && !units[i]?.isSize);
      const choices = cheaperChoices(units, free, lossOf(units, further));
      if (!choices || choices.length === 0) return;
      tried += choices.length;
      for (const choice of choices) {
        const less = cellsOf(material.counts, units, new Set([...forced, ...choice]));
        expect({ choice, findings: workedOut(solver, material, less).length }).not.toMatchObject({
          findings: 0
        });
      }
    });
    await fc.assert(property, { numRuns: runs });
    expect(tried).toBeGreaterThan(0);
  }));
