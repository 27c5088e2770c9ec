import { fold } from '#lib/i18n/fold.ts';
import { chosen, parseCommentFilters, type CommentFilters } from '#lib/maturity/comment-filters.ts';
import {
  consultationOf,
  treated,
  type Consultation,
  type Subject,
  type TreatedComment
} from '#lib/maturity/consultation.ts';
import { atOrAbove, type AtOrAbove } from '#lib/maturity/at-or-above.ts';
import type { CriterionFigures } from '#lib/maturity/figures.ts';
import { noFilters } from '#lib/maturity/filters.ts';
import * as attainment from '#lib/server/attainment.ts';
import * as comments from '#lib/server/comments.ts';
import * as namedRequirements from '#lib/server/named-requirements.ts';
import type { Db } from '#lib/server/sql.ts';
import * as treatments from '#lib/server/treatments.ts';
import type { TreatmentAct } from '#lib/server/treatments.ts';
import type { View } from '#lib/server/view.ts';

/** A consultation's comments in view, with the attainment of what they are about over the whole campaign. */
export interface ConsultationData {
  /** The comments that the filters let through. */
  consultation: Consultation;
  chosen: TreatedComment[];
  /** All of them, whatever the filters. */
  whole: Consultation;
  /** By criterion, over the whole campaign. */
  attainment: Map<string, CriterionFigures>;
  /** What scenarios ask under the code of a requirement, by its key. */
  named: Map<string, namedRequirements.NamedRequirement>;
  history: TreatmentAct[];
}

/** What is asked of the comments by an address. */
export function askedComments(parameters: Iterable<readonly [string, string]>): CommentFilters {
  return parseCommentFilters(parameters, fold);
}

export async function readConsultation(
  db: Db,
  view: View,
  filters: CommentFilters
): Promise<ConsultationData> {
  const history = await treatments.history(db, view.campaignId);
  const named = await namedRequirements.byCode(db, view.campaignId);
  const all = (await comments.list(db, view.campaignId)).map((comment) => ({
    ...comment,
    criterion: comment.criterion || (named.get(comment.subjectKey)?.criterion ?? '')
  }));
  const list = treated(all, treatments.inForce(history));
  const criteria = await attainment.byCriterion(db, { ...view, filters: noFilters });
  const read = chosen(list.map(searchable), filters);
  return {
    consultation: consultationOf(read),
    chosen: read,
    whole: consultationOf(list),
    attainment: new Map(criteria.map((figures) => [figures.code, figures])),
    named,
    history
  };
}

function searchable(comment: TreatedComment): TreatedComment & { searched: string } {
  const { requirement, criterion, organisation } = comment;
  return {
    ...comment,
    searched: fold([requirement, criterion, organisation, comment.comment].join('\u001f'))
  };
}

/**
 * What products declare of a subject's criterion: at the level that a scenario asks under its code, else at the target.
 * Undefined where no criterion is known.
 */
export function attainmentOf(
  { attainment, named }: Pick<ConsultationData, 'attainment' | 'named'>,
  { key, criterion }: Pick<Subject, 'key' | 'criterion'>
): (AtOrAbove & { target: number }) | undefined {
  const figures = attainment.get(criterion);
  if (!figures) return undefined;
  const asked = named.get(key);
  const level = (asked?.criterion === criterion ? asked.level : null) ?? figures.target;
  return { ...atOrAbove(figures, level), target: figures.target };
}
