import { criterionName } from '#lib/i18n/criterion-name.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { AnswerFigures } from '#lib/maturity/figures.ts';
import { toCsv } from '../csv.ts';
import { wordingOf } from '../product-answers.ts';
import { tableOf, type Table } from '../table.ts';
import type { ExportedProduct } from './export-data.ts';

/** One row a criterion under the API's names; what the file is about and its cautions stand on every row. */
function exportTable(exported: ExportedProduct, cautions: string, locale: Locale): Table {
  const { campaign, product, questionnaire, declaredAt } = exported;
  const criteria = new Map(questionnaire.criteria.map((criterion) => [criterion.code, criterion]));
  const of = ({ criterion }: AnswerFigures) => criteria.get(criterion);
  return tableOf(exported.answers, {
    campaign: () => campaign.code,
    id: () => product.id,
    product: () => product.product,
    vendor: () => product.vendor,
    corridor: () => product.corridor,
    declared_at: () => declaredAt,
    criterion: (a) => a.criterion,
    label: (a) => {
      const criterion = of(a);
      return criterion ? criterionName(criterion, locale) : a.criterion;
    },
    theme: (a) => of(a)?.theme ?? '',
    scope: (a) => of(a)?.scope ?? '',
    level: (a) => a.level,
    level_label: (a) => wordingOf(of(a), a.level, locale),
    target: (a) => a.target,
    target_label: (a) => wordingOf(of(a), a.target, locale),
    gap: (a) => a.gap,
    state: (a) => a.state,
    blank: (a) => String(a.blank),
    corrected: (a) => String(a.corrected),
    declared: (a) => a.declared,
    contested: (a) => String(a.contested),
    caution: () => cautions
  });
}

export function productCsv(exported: ExportedProduct, cautions: string, locale: Locale): string {
  return toCsv(exportTable(exported, cautions, locale), locale === 'fr' ? 'spreadsheet-fr' : 'api');
}
