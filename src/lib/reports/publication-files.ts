import { cellsOfSections, countingSections, sectionOf } from '#lib/maturity/publication/sections.ts';
import type { Cell } from '#lib/maturity/publication/cell.ts';
import type { ProtectedTables } from '#lib/maturity/publication/protected-tables.ts';
import { cellsCsv } from './cells-csv.ts';

export interface PublicationFile {
  name: string;
  bytes: Uint8Array;
}

function csv(name: string, cells: readonly Cell[]): PublicationFile {
  return { name, bytes: new TextEncoder().encode(cellsCsv(cells)) };
}

/** Every count in one file, and those of each section in one of its own: all from protected tables. */
export function countFiles({ campaigns, cells }: ProtectedTables): PublicationFile[] {
  const [campaign] = campaigns;
  if (!campaign) throw new Error('a publication without a campaign');
  const own = cells.filter((cell) => cell.campaign === campaign.code);
  const sections = countingSections
    .map((section) => ({ section, cells: own.filter((cell) => sectionOf(cell) === section) }))
    .filter((section) => section.cells.length > 0);
  return [
    csv('cells.csv', cellsOfSections(cells, campaign.code, countingSections)),
    ...sections.map((section) => csv(`${section.section}.csv`, section.cells))
  ];
}
