export type Scope = 'common' | 'conditional';

/** One of a criterion's ordered levels; either wording may be empty, not both. */
export interface Level {
  fr: string;
  en: string;
}

export interface Criterion {
  /** As written in the questionnaire, trimmed; compared without case. */
  code: string;
  theme: string;
  scope: Scope;
  condition: string;
  appliesWhen: string;
  obligation: string;
  /** A few words for lists; empty where the questionnaire has none. */
  titleFr: string;
  titleEn: string;
  labelFr: string;
  labelEn: string;
  /** `levels[0]` is level 1, the lowest. */
  levels: Level[];
  /** 1 … number of levels. */
  target: number;
}

export interface Questionnaire {
  criteria: Criterion[];
}

export const MIN_LEVELS = 2;
export const MAX_LEVELS = 10;

/** What codes of criteria are compared by: trimmed and without case, but with every sign. */
export function criterionKey(code: string): string {
  return code.trim().normalize('NFC').toLowerCase();
}

export function isSameCode(a: string, b: string): boolean {
  return criterionKey(a) === criterionKey(b);
}
