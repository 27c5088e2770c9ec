/** What the horizontal axis counts. */
export type Measure = 'count' | 'firmness';

/** What is asked of the frontier: names as the table and the candidates have them. */
export interface FrontierQuery {
  measure: Measure;
  /** Codes of criteria that are in every set, and in none. */
  include: string[];
  exclude: string[];
  /** The criterion's weight, 1 to 3, in place of its own. */
  weights: { code: string; weight: number }[];
  /** Requirements that a theme of the questionnaire has at least. */
  minThemes: { theme: string; least: number }[];
  /** Per cent of a corridor's products that are admitted at least. */
  floors: { corridor: string; percent: number }[];
}

export const plainQuery: FrontierQuery = {
  measure: 'count',
  include: [],
  exclude: [],
  weights: [],
  minThemes: [],
  floors: []
};

/** The whole run's time, in seconds, where nobody says another. */
export const usualSeconds = 60;
