/** A text in the two languages of the questionnaire. */
export interface Text {
  fr: string;
  en: string;
}

interface Worded {
  code: string;
  title: Text;
  question: Text;
  /** Lowest first; 2 to 4 of them. */
  levels: Text[];
  /** The level, from 1, at or above which the criterion is attained in the first campaign. */
  target: number;
  /** The law that already requires it: the lowest level then has to read as a breach, never as a choice. */
  obligation?: string;
}

export interface CommonCriterion extends Worded {
  scope: 'common';
}

export interface ConditionalCriterion extends Worded {
  scope: 'conditional';
  /** To whom it applies, in French, for people. */
  condition: string;
  /** The same for machines, only where an attribute or another answer decides it. */
  appliesWhen?: string;
}

export type Criterion = CommonCriterion | ConditionalCriterion;

export interface Theme {
  name: string;
  criteria: Criterion[];
}
