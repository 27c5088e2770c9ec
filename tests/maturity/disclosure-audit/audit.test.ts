import { describe, expect, test } from 'vitest';
import { audit } from '#lib/maturity/disclosure-audit/audit.ts';
import type { Cell } from '#lib/maturity/publication/cell.ts';
import type { Finding } from '#lib/maturity/disclosure-audit/finding.ts';
import type { Seat } from '#lib/maturity/disclosure-audit/seat.ts';
import { criteria, products, publication } from './fixtures.ts';

function audited(name: string, earlier: string[] = [], seats: Seat[] = []): Promise<Finding[]> {
  return audit({
    cells: publication(name),
    earlier: earlier.map(publication),
    campaigns: [{ code: 'c', criteria, seats }]
  });
}

/** Kind, place and, where it is one, interval. */
function brief(finding: Finding): string {
  const { measure, criterion, theme, corridor, band, level } = finding.cell;
  const place = [measure, criterion, theme, corridor, band, level].filter((part) => part !== '').join(' ');
  const range = finding.kind === 'narrow' ? ` ${finding.low}-${finding.high} of ${finding.needed}` : '';
  return `${finding.kind}: ${place}${range}`;
}

describe('the auditor fails publications made by hand to leak', () => {
  const leaks: [name: string, found: string, earlier?: string[]][] = [
    ['leak-complement-of-total', 'narrow: attained Q1 K3 2-2 of 3'],
    ['leak-through-another-table', 'narrow: attained B K1 7-7 of 3'],
    ['leak-two-left-with-one-between-them', 'narrow: attained B K2 0-1 of 3'],
    ['leak-one-band-alone', 'narrow: products K1 20-60 4-4 of 3'],
    ['leak-bands-of-one-corridor', 'narrow: products K1 80-100 1-1 of 3'],
    ['leak-under-3-through-levels', 'narrow: attained Q1 2-2 of 3'],
    ['leak-under-3-through-theme', 'narrow: attained Q1 2-2 of 3'],
    ['leak-other-pattern', 'narrow: attained Q1 K3 4-4 of 1', ['leak-other-pattern-earlier']],
    ['leak-thin-corridor', 'thin: attained B K3'],
    ['leak-few-products-more', 'difference: attained B K1', ['leak-few-products-more-earlier']],
    // the total of all criteria leaves these two numbers, but nothing prints it: it is added up, and one of its parts can go
    ['leak-unprinted-total', 'narrow: attained K1 19-20 of 3'],
    ['leak-small-total', 'small: attained Q1'],
    ['leak-levels-by-corridor', 'unlisted: level Q1 K1 1']
  ];
  test.each(leaks)('%s', async (name, found, earlier) => {
    expect((await audited(name, earlier)).map(brief)).toContain(found);
  });

  test('leak-bands-through-rated, where no criterion is common: how many are rated is no size that excuses', async () => {
    const conditional = criteria.map((criterion) => ({ ...criterion, scope: 'conditional' as const }));
    const found = async (cells: Cell[]) => {
      const campaigns = [{ code: 'c', criteria: conditional, seats: [] }];
      return (await audit({ cells, earlier: [], campaigns })).map(brief);
    };
    const cells = publication('leak-bands-through-rated');
    expect(await found(cells)).toEqual([
      'narrow: products K1 80-100 13-14 of 3',
      'narrow: products K2 80-100 4-5 of 3'
    ]);
    const isTold = ({ measure, corridor }: Cell) => measure === 'rated' && corridor === 'K1';
    const withheld = cells.map((cell): Cell =>
      isTold(cell) ? { ...cell, value: null, status: 'withheld' } : cell
    );
    expect(await found(withheld)).toEqual([]);
  });

  test('leak-seat-attained, from the seat of the vendor that has all thirteen alone', async () => {
    const seat = [...products(7, 'K1', [1, -1, 2]), ...products(6, 'K2', [1, -1, 2])];
    expect((await audited('leak-seat-attained', [], [seat])).map(brief)).toEqual([
      'seat: attained B K1',
      'seat: attained B K2'
    ]);
    expect(await audited('leak-seat-attained', [], [seat.slice(1)])).toEqual([]);
  });

  test('leak-seat-bands, from the seat of the vendor that knows who is outside one band', async () => {
    const outside = [...products(3, 'K1', [1, -1, 1]), ...products(3, 'K1', [2, 1, 2])];
    expect((await audited('leak-seat-bands', [], [outside])).map(brief)).toEqual([
      'seat: products K1 0-20',
      'seat: products K2 0-20'
    ]);
    expect(await audited('leak-seat-bands', [], [outside.slice(1)])).toEqual([]);
  });
});

describe('the auditor passes publications that tell no more than they may', () => {
  test.each([
    'clean-two-corridors',
    'clean-under-3',
    'clean-all-attain',
    'clean-total-of-one',
    'clean-bands',
    'clean-nothing-withheld'
  ])('%s', async (name) => {
    expect((await audited(name)).map(brief)).toEqual([]);
  });

  test('a publication repeated', async () => {
    expect(await audited('clean-two-corridors', ['clean-two-corridors'])).toEqual([]);
  });
});
