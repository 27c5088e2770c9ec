/** What a text that is no answer by itself may be said to mean: a level from 1, or one of three kinds of nothing. */
export type Meaning = number | 'not_applicable' | 'unanswered' | 'blank';
