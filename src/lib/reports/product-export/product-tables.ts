import { answerWords } from '#lib/i18n/corrections.ts';
import { criterionName } from '#lib/i18n/criterion-name.ts';
import { longDate } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import type { FigureTable } from '../figure.ts';
import type { ExportedProduct } from './export-data.ts';

/** Every answer in the questionnaire's order: « corrigé » and « contesté » beside what the vendor declared. */
export function answersTable({ answers, questionnaire }: ExportedProduct, locale: Locale): FigureTable {
  const criteria = new Map(questionnaire.criteria.map((criterion) => [criterion.code, criterion]));
  const remark = {
    corrected: say(locale, 'corrigé', 'corrected'),
    contested: say(locale, 'contesté', 'contested')
  };
  return {
    columns: [
      { label: 'Code', kind: 'text' },
      { label: say(locale, 'Critère', 'Criterion'), kind: 'text' },
      { label: say(locale, 'Niveau', 'Level'), kind: 'count' },
      { label: say(locale, 'Cible', 'Target'), kind: 'count' },
      { label: say(locale, 'Niveaux manquants', 'Missing levels'), kind: 'count' },
      { label: say(locale, 'Déclaré par l’éditeur', 'Declared by the vendor'), kind: 'text' },
      { label: say(locale, 'Remarque', 'Remark'), kind: 'text' }
    ],
    rows: answers.map((answer) => {
      const criterion = criteria.get(answer.criterion);
      return [
        answer.criterion,
        criterion ? criterionName(criterion, locale) : answer.criterion,
        answer.level,
        answer.target,
        answer.gap,
        answerWords(answer.declared, locale),
        (['corrected', 'contested'] as const)
          .filter((key) => answer[key])
          .map((key) => remark[key])
          .join(', ')
      ];
    })
  };
}

/** What others than the vendor say of its answers; who said it is left to the office. */
export function correctionsTable({ corrections }: ExportedProduct, locale: Locale): FigureTable {
  return {
    columns: [
      { label: 'Code', kind: 'text' },
      { label: say(locale, 'Déclaré par l’éditeur', 'Declared by the vendor'), kind: 'text' },
      { label: say(locale, 'Corrigé en', 'Corrected to'), kind: 'text' },
      { label: say(locale, 'Motif', 'Reason'), kind: 'text' },
      { label: say(locale, 'Le', 'On'), kind: 'text' }
    ],
    rows: corrections.map(({ criterion, declared, corrected, reason, at }) => [
      criterion,
      answerWords(declared, locale),
      corrected === null ? say(locale, '(contesté)', '(contested)') : answerWords(corrected, locale),
      reason,
      longDate(at, locale)
    ])
  };
}
