import Papa from 'papaparse';
import { criterionName } from '#lib/i18n/criterion-name.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { countsAs } from '#lib/maturity/answer.ts';
import type { Criterion, Questionnaire } from '#lib/maturity/questionnaire.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import type { ExportedResponse } from '#lib/server/export-rows.ts';
import { startsFormula } from '../formula-start.ts';
import { criterionText, criterionUrns, themesOf, themeUrn } from './ciso-library.ts';

const columns = [
  'urn',
  'ref_id',
  'name',
  'description',
  'typical_evidence',
  'annotation',
  'compliance_result',
  'extended_result',
  'requirement_progress',
  'score',
  'observations'
];

/** Result, progress and score by what the answer counts as; a level between the lowest and the target is partial. */
function assessed(answer: number, { scope, target }: Criterion): string[] {
  const counted = countsAs(answer, scope);
  if (counted === 'not_applicable') return ['not_applicable', '', 'done', ''];
  if (counted === 'unanswered') return ['not_assessed', '', 'to_do', ''];
  const result = counted >= target ? 'compliant' : counted > 1 ? 'partially_compliant' : 'non_compliant';
  return [result, '', 'done', String(counted)];
}

function plain(text: string): string {
  return startsFormula(text) ? `'${text}` : text;
}

/** One product's answers as an audit of the library, in the layout of the tool's own export and template. */
export function cisoAudit(
  campaign: Campaign,
  questionnaire: Questionnaire,
  { answers }: ExportedResponse,
  locale: Locale
): string {
  const urns = criterionUrns(campaign, questionnaire);
  const rows = themesOf(questionnaire).flatMap((theme, place) => [
    [themeUrn(campaign, place), '', theme, ...Array<string>(8).fill('')],
    ...questionnaire.criteria.flatMap((criterion, i) =>
      criterion.theme === theme
        ? [
            [
              ...[urns[i] ?? '', criterion.code, criterionName(criterion, locale)],
              ...[criterionText(criterion, locale), '', ''],
              ...assessed(answers[i] ?? 0, criterion),
              ''
            ]
          ]
        : []
    )
  ]);
  const body = Papa.unparse([columns, ...rows.map((row) => row.map(plain))], { delimiter: ';' });
  return `\ufeff${body}\r\n`;
}
