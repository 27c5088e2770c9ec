import { createHash } from 'node:crypto';
import { fold } from '#lib/i18n/fold.ts';
import type { ParsedComment } from '#lib/ingest/comments.ts';
import type { Comment } from '#lib/maturity/consultation.ts';
import { criterionKey } from '#lib/maturity/questionnaire.ts';
import * as imports from './imports.ts';
import { all, run, type Db } from './sql.ts';

/** A comment ready to be stored. */
export interface IdentifiedComment extends ParsedComment {
  key: string;
  groupKey: string;
}

function digest(parts: (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

function subjectOf({ requirement, criterion }: Pick<ParsedComment, 'requirement' | 'criterion'>): string {
  return criterionKey(requirement || criterion);
}

/** Names a comment by all that it says, and its group by subject, stance and folded text. */
export function identify(comment: ParsedComment): IdentifiedComment {
  const { requirement, criterion, organisation, organisationType, stance, date } = comment;
  const said = [requirement, criterion, organisation, organisationType, stance, comment.comment, date];
  return {
    ...comment,
    key: digest(['comment', ...said]),
    groupKey: digest(['group', subjectOf(comment), stance, fold(comment.comment)])
  };
}

/** Stores the comments of one import and returns its id; those that an earlier import holds are stored again, for it may be undone. */
export async function create(
  db: Db,
  campaignId: number,
  arrival: imports.Arrival,
  comments: readonly IdentifiedComment[]
): Promise<number> {
  const accepted = { vendors: 0, products: 0, answers: 0 };
  const brought = { kind: 'comments' as const, accepted, records: comments.length };
  const id = await imports.enter(db, campaignId, arrival, brought);
  const texts = (of: (comment: IdentifiedComment) => string) => comments.map(of);
  await run(
    db,
    `insert into consultation_comment
     select $import, $campaign, unnest($lines), unnest($keys), unnest($groups), unnest($requirements),
       unnest($criteria), unnest($organisations), unnest($types), unnest($stances), unnest($comments),
       nullif(unnest($dates), '')`,
    {
      import: id,
      campaign: campaignId,
      lines: comments.map(({ line }) => line),
      keys: texts(({ key }) => key),
      groups: texts(({ groupKey }) => groupKey),
      requirements: texts(({ requirement }) => requirement),
      criteria: texts(({ criterion }) => criterion),
      organisations: texts(({ organisation }) => organisation),
      types: texts(({ organisationType }) => organisationType),
      stances: texts(({ stance }) => stance),
      comments: texts(({ comment }) => comment),
      dates: texts(({ date }) => date ?? '')
    }
  );
  return id;
}

const listSql = `
  select comment_key as "key", group_key as "groupKey", requirement, criterion, organisation,
    organisation_type as "organisationType", stance, comment, written_on as "date"
  from (
    select *, row_number() over (partition by comment_key order by import_id, line) as copy
    from consultation_comment
    where campaign_id = $campaign and import_id in (select id from import where not undone)
  ) as told
  where copy = 1
  order by import_id, line`;

/** The comments in force, in the order in which they came; what several imports bring alike, once. */
export async function list(db: Db, campaignId: number): Promise<Comment[]> {
  type Row = Omit<Comment, 'subjectKey' | 'organisationKey' | 'typeKey'>;
  const rows = await all<Row>(db, listSql, { campaign: campaignId });
  return rows.map((row) => ({
    ...row,
    subjectKey: subjectOf(row),
    organisationKey: fold(row.organisation),
    typeKey: fold(row.organisationType)
  }));
}

/** The keys of the comments in force. */
export async function keys(db: Db, campaignId: number): Promise<Set<string>> {
  return new Set((await list(db, campaignId)).map(({ key }) => key));
}
