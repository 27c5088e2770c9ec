import { fold } from '#lib/i18n/fold.ts';
import type {
  CommentGroup,
  Consultation,
  StanceCounts,
  Subject,
  Treatment,
  TreatedComment,
  TypeCounts
} from '#lib/maturity/consultation.ts';
import type { Db } from '#lib/server/sql.ts';
import type { View } from '#lib/server/view.ts';
import { askedComments, attainmentOf, readConsultation, type ConsultationData } from './consultation-data.ts';
import { tableOf, type Table } from './table.ts';

interface AnsweredGroup extends Pick<CommentGroup, 'key' | 'stance' | 'comment' | 'date' | 'treatment'> {
  organisations: { organisation: string; type: string }[];
  /** Comments of the group that were decided on by themselves. */
  apart: { key: string; organisation: string; treatment: Treatment }[];
}

interface AnsweredSubject extends StanceCounts {
  code: string | null;
  criterion: string | null;
  /** Level that a scenario asks under this code, else the target; null where no criterion is known. */
  level: number | null;
  /** Over the whole campaign, at that level. */
  applicable: number | null;
  attained: number | null;
  rate: number | null;
  organisations: number;
  groups: AnsweredGroup[];
}

/** A consultation as the API and the command give it. */
export interface ConsultationAnswer extends Pick<Consultation, 'comments' | 'organisations' | 'treatments'> {
  stances: StanceCounts;
  types: (StanceCounts & Pick<TypeCounts, 'type' | 'organisations'>)[];
  requirements: AnsweredSubject[];
}

function groupAnswer({
  key,
  stance,
  comment,
  organisations,
  date,
  treatment,
  comments
}: CommentGroup): AnsweredGroup {
  const apart = comments.flatMap((one) =>
    one.isOwn && one.treatment
      ? [{ key: one.key, organisation: one.organisation, treatment: one.treatment }]
      : []
  );
  return { key, stance, comment, date, organisations, treatment, apart };
}

function subjectAnswer(data: ConsultationData, subject: Subject): AnsweredSubject {
  const { requirement, criterion, organisations, stances, groups } = subject;
  const at = attainmentOf(data, subject);
  return {
    code: requirement || null,
    criterion: criterion || null,
    level: at?.level ?? null,
    applicable: at?.applicable ?? null,
    attained: at?.attained ?? null,
    rate: at?.rate ?? null,
    organisations,
    ...stances,
    groups: groups.map(groupAnswer)
  };
}

export function consultationAnswer(data: ConsultationData): ConsultationAnswer {
  const { comments, organisations, stances, types, subjects, treatments } = data.consultation;
  return {
    comments,
    organisations,
    stances,
    treatments,
    types: types.map(({ type, organisations, stances }) => ({ type, organisations, ...stances })),
    requirements: subjects.map((subject) => subjectAnswer(data, subject))
  };
}

/** What is asked of a consultation, by the comments that the parameters let through. */
export async function askedConsultation(
  db: Db,
  view: View,
  parameters: Iterable<readonly [string, string]> = []
): Promise<{ answer: ConsultationAnswer; table: Table }> {
  const data = await readConsultation(db, view, askedComments(parameters));
  return { answer: consultationAnswer(data), table: treatedTable(treatedRows(data.consultation)) };
}

/** A line of the published table: one text on one subject, by what became of it. */
export interface TreatedRow {
  subject: Subject;
  group: CommentGroup;
  /** Each once. */
  organisations: string[];
  types: string[];
  treatment: Treatment | null;
}

/** A group is one row, and each of its comments that were decided on otherwise another. */
export function treatedRows({ subjects }: Pick<Consultation, 'subjects'>): TreatedRow[] {
  return subjects.flatMap((subject) =>
    subject.groups.flatMap((group) =>
      partedByTreatment(group.comments).map((comments) => ({
        subject,
        group,
        organisations: once(comments.map(({ organisation }) => organisation)),
        types: once(comments.map(({ organisationType }) => organisationType)),
        treatment: comments[0]?.treatment ?? null
      }))
    )
  );
}

function partedByTreatment(comments: readonly TreatedComment[]): TreatedComment[][] {
  const parts = new Map<string, TreatedComment[]>();
  for (const comment of comments) {
    const { decision, reason } = comment.treatment ?? { decision: null, reason: '' };
    const key = JSON.stringify([decision, reason]);
    parts.set(key, [...(parts.get(key) ?? []), comment]);
  }
  return [...parts.values()];
}

function once(names: readonly string[]): string[] {
  return [...new Map(names.filter((name) => name !== '').map((name) => [fold(name), name])).values()];
}

/** Under API names; who decided is no part of what is published. */
export function treatedTable(rows: readonly TreatedRow[]): Table {
  return tableOf(rows, {
    code: ({ subject }) => subject.requirement || null,
    criterion: ({ subject }) => subject.criterion || null,
    stance: ({ group }) => group.stance,
    comment: ({ group }) => group.comment,
    organisations: ({ organisations }) => organisations.join('; '),
    organisation_count: ({ organisations }) => organisations.length,
    organisation_types: ({ types }) => types.join('; '),
    date: ({ group }) => group.date,
    decision: ({ treatment }) => treatment?.decision ?? null,
    reason: ({ treatment }) => treatment?.reason || null,
    decided_at: ({ treatment }) => treatment?.at.slice(0, 10) ?? null
  });
}
