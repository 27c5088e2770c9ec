export const problemCodes = [
  'unknown_criterion',
  'level_out_of_range',
  'unknown_answer',
  'duplicate_answer',
  'missing_column',
  'missing_value',
  'conflicting_attribute',
  'duplicate_criterion',
  'bad_target',
  'bad_levels',
  'bad_scope',
  'bad_date',
  'not_applicable_on_common',
  'duplicate_column',
  'ragged_row',
  'short_row',
  'repeated_header',
  'empty_file',
  'unreadable_file',
  'unreadable_cell',
  'left_out',
  'already_imported',
  'questionnaire_differs',
  'missing_questionnaire',
  'unknown_campaign',
  'unknown_field',
  'unknown_heading',
  'ambiguous_heading',
  'unknown_level',
  'unused_answer',
  'unknown_profile',
  'incomplete_response',
  'left_blank',
  'codes_as_levels',
  'assumed_dates',
  'bad_condition',
  'straight_lined',
  'identical_responses',
  'near_product',
  'near_vendor',
  'names_not_compared',
  'against_condition',
  'blank_conditional',
  'unchosen_level',
  'unknown_stance',
  'conflicting_criterion',
  'unknown_requirement',
  'unknown_result',
  'unknown_severity',
  'unknown_control',
  'unknown_product',
  'conflicting_control',
  'conflicting_form',
  'duplicate_result',
  'evidence_after_filing',
  'unknown_theme',
  'unknown_status',
  'unknown_yes_no',
  'conflicting_status',
  'bad_weight',
  'duplicate_requirement',
  'bad_promise',
  'more_problems'
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** A user's mistake, or something to look at, with its place; all of a file's problems are reported at once. */
export interface Problem {
  severity: 'error' | 'warning';
  file: string;
  /** Physical line on which the record starts, the header being line 1; null for the whole file. */
  line: number | null;
  /** The column's heading as written. */
  column: string | null;
  /** The offending cell as written. */
  value: string | null;
  code: ProblemCode;
  /** What the message in words needs beyond place and value, such as the allowed range. */
  detail?: Record<string, string | number>;
}
