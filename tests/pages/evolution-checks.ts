import { expect } from 'vitest';
import * as evolution from '#tests/server/naive-evolution.ts';
import { page, type Asked } from './ask-pages.ts';
import { expectRows } from './page-numbers.ts';

type Given = Parameters<typeof evolution.views>;

export interface Waves {
  first: Given[0];
  second: Given[1];
  filters: Given[2];
}

/** Means, parts and flows of the page that compares two campaigns, and what it can't compare, are those of plain loops. */
export async function checkEvolution(asked: Asked, { first, second, filters }: Waves): Promise<void> {
  const { message } = asked;
  const both = evolution.views(first, second, filters);
  const { before, after } = evolution.waves(both);
  const parts = evolution.decomposition(both);
  const { figure, list } = await page(asked, '/evolution');
  const apart = list('section.block table').map(({ cells: [code = ''] }) => code.toUpperCase());
  const expected = Object.keys(evolution.notCompared(first, second, both)).map((code) => code.toUpperCase());
  expect(apart.sort(), `not compared ${message}`).toEqual(expected.sort());
  const rows = figure('decomposition');
  expect(rows.length > 0, `decomposition ${message}`).toBe(parts !== null);
  if (!parts) return;
  expectRows(
    [[rows[0]?.[2] ?? '', rows.at(-1)?.[2] ?? '']],
    [[{ share: before.mean }, { share: after.mean }]],
    `means ${message}`
  );
  const { progress, entrants, leavers, questionnaire } = parts;
  expectRows(
    rows.slice(1, -1).map((row) => [row[3] ?? '']),
    [progress, entrants, leavers, questionnaire].map((part) => [{ points: 100 * part }]),
    `parts ${message}`
  );
  const flows = Object.values(evolution.flows(both)).sort((a, b) => a - b);
  expectRows(
    [
      figure('band-flow')
        .map((row) => row[2] ?? '')
        .sort((a, b) => Number(a) - Number(b))
    ],
    [flows],
    `flows ${message}`
  );
}
