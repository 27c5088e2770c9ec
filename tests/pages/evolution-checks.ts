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

/** The means and flows of the page that compares two campaigns are those of plain loops. */
export async function checkEvolution(asked: Asked, { first, second, filters }: Waves): Promise<void> {
  const { message } = asked;
  const both = evolution.views(first, second, filters);
  const { before, after } = evolution.waves(both);
  const parts = evolution.decomposition(both);
  const { figure } = await page(asked, '/evolution');
  const rows = figure('decomposition');
  expect(rows.length > 0, `decomposition ${message}`).toBe(parts !== null);
  if (!parts) return;
  expectRows(
    [[rows[0]?.[2] ?? '', rows.at(-1)?.[2] ?? '']],
    [[{ share: before.mean }, { share: after.mean }]],
    `means ${message}`
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
