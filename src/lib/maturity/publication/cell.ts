/** What a published count counts. Where the criterion is blank, `applicable` … `not_applicable` count answers. */
export const measures = [
  'vendors',
  'products',
  'rated',
  'applicable',
  'attained',
  'unanswered',
  'not_applicable',
  'level',
  'panel',
  'entrants',
  'leavers'
] as const;

export type Measure = (typeof measures)[number];

export const statuses = ['published', 'under_3', 'withheld'] as const;

/** `under_3`: an attained count of 0, 1 or 2, printed as « moins de 3 ». */
export type Status = (typeof statuses)[number];

/** Which count is meant. A blank dimension is a count over all of them. */
export interface CellName {
  campaign: string;
  measure: Measure;
  criterion: string;
  theme: string;
  /** `(none)` for products without a corridor. */
  corridor: string;
  /** As `80-100`. */
  band: string;
  /** `1` …, from the lowest. */
  level: string;
}

/** A count as it leaves the house; `value` is null unless published. */
export interface Cell extends CellName {
  value: number | null;
  status: Status;
}

/** A count with its value, whatever may be shown of it: never part of a publication. */
export interface Count extends CellName {
  value: number;
}

/** How a cell names products without a corridor. */
export const noCorridor = '(none)';

export function corridorName(corridor: string): string {
  return corridor === '' ? noCorridor : corridor;
}

/** A questionnaire may leave a criterion without a theme. */
export function themeName(theme: string): string {
  return theme === '' ? '(none)' : theme;
}

/** A name with all other dimensions blank. */
export function cellName(
  campaign: string,
  measure: Measure,
  dimensions: Partial<Omit<CellName, 'campaign' | 'measure'>> = {}
): CellName {
  return { campaign, measure, criterion: '', theme: '', corridor: '', band: '', level: '', ...dimensions };
}

/**
 * One text a name, for looking cells up: made a million times where cells are audited, hence joined. The lengths keep
 * names apart whatever their texts hold.
 */
export function cellKey({
  campaign,
  measure,
  criterion,
  theme,
  corridor,
  band,
  level
}: Omit<CellName, 'measure'> & { measure: string }): string {
  return `${measure}|${band}|${level}|${campaign.length}|${criterion.length}|${theme.length}|${campaign}${criterion}${theme}${corridor}`;
}
