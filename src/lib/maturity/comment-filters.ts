import { decisions, type Decision, type TreatedComment } from './consultation.ts';
import { criterionKey } from './questionnaire.ts';
import type { Stance } from './stance.ts';

/** Which comments somebody wants to read; an empty list leaves all through. */
export interface CommentFilters {
  /** Folded; looked for in organisation, comment and codes. */
  text: string;
  stance: Stance[];
  /** Folded types of organisation. */
  type: string[];
  /** Keys of subjects. */
  subject: string[];
  treatment: (Decision | 'none')[];
}

export const treatmentStates = ['none', ...decisions] as const;

/** What an address asks for; unknown values of a closed list match nothing and are kept as they are. */
export function parseCommentFilters(
  parameters: Iterable<readonly [string, string]>,
  fold: (text: string) => string
): CommentFilters {
  const given = [...parameters].filter(([, value]) => value.trim() !== '');
  const all = (name: string) => given.flatMap(([key, value]) => (key === name ? [value] : []));
  return {
    text: fold(all('text').at(-1) ?? ''),
    stance: all('stance') as Stance[],
    type: all('type').map(fold),
    subject: all('requirement').map(criterionKey),
    treatment: all('treatment') as CommentFilters['treatment']
  };
}

/** Comments that pass every filter given, `searched` being the folded text of each. */
export function chosen<One extends TreatedComment & { searched: string }>(
  comments: readonly One[],
  { text, stance, type, subject, treatment }: CommentFilters
): One[] {
  const isOne = <Value>(list: readonly Value[], value: Value) => list.length === 0 || list.includes(value);
  return comments.filter(
    (comment) =>
      comment.searched.includes(text) &&
      isOne(stance, comment.stance) &&
      isOne(type, comment.typeKey) &&
      isOne(subject, comment.subjectKey) &&
      isOne(treatment, comment.treatment?.decision ?? 'none')
  );
}
