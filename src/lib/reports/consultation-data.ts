import { fold } from '#lib/i18n/fold.ts';
import { chosen, parseCommentFilters, type CommentFilters } from '#lib/maturity/comment-filters.ts';
import {
  consultationOf,
  treated,
  type Consultation,
  type TreatedComment
} from '#lib/maturity/consultation.ts';
import type { CriterionFigures } from '#lib/maturity/figures.ts';
import { noFilters } from '#lib/maturity/filters.ts';
import * as attainment from '#lib/server/attainment.ts';
import * as comments from '#lib/server/comments.ts';
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
  attainment: Map<string, CriterionFigures>;
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
  const list = treated(await comments.list(db, view.campaignId), treatments.inForce(history));
  const criteria = await attainment.byCriterion(db, { ...view, filters: noFilters });
  const read = chosen(list.map(searchable), filters);
  return {
    consultation: consultationOf(read),
    chosen: read,
    whole: consultationOf(list),
    attainment: new Map(criteria.map((figures) => [figures.code, figures])),
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
