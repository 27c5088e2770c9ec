import { cellLookup, type CellLookup } from '#lib/maturity/publication/cell-lookup.ts';
import type { Cell } from '#lib/maturity/publication/cell.ts';
import type { Finding } from './finding.ts';
import { isProtected, isSize } from './sizes.ts';

/** The least that definition 10 takes anywhere: stricter settings are the publisher's own. */
const leastProducts = 5;
const leastVendors = 3;
/** Attained counts of the whole campaign below this are printed as « under 3 ». */
const smallFrom = 3;

/** Which dimensions a measure may be broken down by, as domain definition 10 lists them. */
const listed: Record<Cell['measure'], readonly string[]> = {
  vendors: ['', 'corridor'],
  products: ['', 'corridor', 'band', 'theme band', 'corridor band', 'theme corridor band'],
  rated: ['', 'corridor', 'theme', 'theme corridor'],
  applicable: ['criterion', 'theme', 'corridor', 'theme corridor', 'criterion corridor'],
  attained: ['criterion', 'theme', 'corridor', 'theme corridor', 'criterion corridor'],
  unanswered: ['criterion', 'theme'],
  not_applicable: ['criterion', 'theme'],
  level: ['criterion level'],
  panel: [''],
  entrants: [''],
  leavers: ['']
};

function dimensionsOf(cell: Cell): string {
  return (['criterion', 'theme', 'corridor', 'band', 'level'] as const)
    .filter((name) => cell[name] !== '')
    .join(' ');
}

function isListed(cell: Cell): boolean {
  return listed[cell.measure].includes(dimensionsOf(cell));
}

/** Whether the printed sizes of the count's segment say that it rests on too few. */
function restsOnFew(cell: Cell, cells: CellLookup): boolean {
  const { campaign, corridor, theme, criterion } = cell;
  const sizeOf = (measure: Cell['measure'], at: Parameters<CellLookup['find']>[2]) =>
    cells.find(campaign, measure, at)?.value ?? Infinity;
  const products = [sizeOf('products', { corridor }), sizeOf('rated', { corridor, theme })];
  if (criterion !== '') products.push(sizeOf('applicable', { criterion, corridor }));
  return Math.min(...products) < leastProducts || sizeOf('vendors', { corridor }) < leastVendors;
}

function isTotal({ criterion, theme, corridor, level, band }: Cell): boolean {
  return corridor === '' && level === '' && band === '' && criterion + theme !== '';
}

function isSmall(cell: Cell): boolean {
  return cell.measure === 'attained' && isTotal(cell) && (cell.value ?? Infinity) < smallFrom;
}

/** What a publication tells outright. */
export function printedFindings(cells: readonly Cell[]): Finding[] {
  const lookup = cellLookup(cells);
  const printed = cells.filter(({ status }) => status !== 'withheld');
  return printed.flatMap((cell): Finding[] => {
    if (!isListed(cell)) return [{ kind: 'unlisted', cell }];
    if (isSmall(cell)) return [{ kind: 'small', cell }];
    const tells =
      isProtected(cell) || (isSize(cell) && ['applicable', 'not_applicable'].includes(cell.measure));
    return tells && restsOnFew(cell, lookup) ? [{ kind: 'thin', cell }] : [];
  });
}
