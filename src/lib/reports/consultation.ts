import { decisionWord, stanceWord } from '#lib/i18n/consultation.ts';
import { criterionName } from '#lib/i18n/criterion-name.ts';
import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { messages } from '#lib/i18n/messages.ts';
import { counted, isSingular, say } from '#lib/i18n/wording.ts';
import type { CommentFilters } from '#lib/maturity/comment-filters.ts';
import { total, type Consultation } from '#lib/maturity/consultation.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { stances } from '#lib/maturity/stance.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import { cached } from '#lib/server/cache.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import type { Store } from '#lib/server/store.ts';
import { treatedRows } from './consultation-answer.ts';
import { readConsultation, type ConsultationData } from './consultation-data.ts';
import type { Figure } from './figure.ts';
import { stancesByRequirement } from './figures/stances-by-requirement.ts';
import { stancesByType } from './figures/stances-by-type.ts';
import type { KeyFigure } from './overview.ts';
import type { Table } from './table.ts';
import { xlsx } from './xlsx/workbook.ts';

export interface ConsultationReport {
  headline: string;
  lede: string[];
  keys: KeyFigure[];
  figures: Figure[];
  data: ConsultationData;
  /** A criterion's name, by its code. */
  names: Map<string, string>;
}

function noun(n: number, one: string, many: string, locale: Locale): string {
  return counted(n, [one, many], locale);
}

/** How many requirements meet with more opposition than favour. */
function headline({ consultation, whole }: ConsultationData, locale: Locale): string {
  if (whole.comments === 0)
    return say(
      locale,
      'Aucun commentaire de consultation pour cette campagne',
      'No consultation comment for this campaign'
    );
  const { subjects } = consultation;
  if (subjects.length === 0)
    return say(locale, 'Aucun commentaire pour ce filtre', 'No comment matches this filter');
  const n = subjects.filter(({ stances }) => stances.opposed > stances.favourable).length;
  const N = integer(subjects.length, locale);
  if (n === 0)
    return say(
      locale,
      `Aucune exigence commentée, sur ${N}, ne rencontre plus d'avis opposés que d'avis favorables`,
      `None of ${N} requirements commented on meets with more opposed than favourable opinions`
    );
  return say(
    locale,
    `${noun(n, 'exigence', 'exigences', 'fr')} sur ${N} ${isSingular(n, 'fr') ? 'rencontre' : 'rencontrent'} plus d'avis opposés que d'avis favorables`,
    `${integer(n, 'en')} of ${N} requirements ${n === 1 ? 'meets' : 'meet'} with more opposed than favourable opinions`
  );
}

function lede({ consultation }: ConsultationData, locale: Locale): string[] {
  const opinions = total(consultation.stances);
  if (opinions === 0) return [];
  const parts = stances.map((stance) => {
    const n = consultation.stances[stance];
    return `${percent(n / opinions, locale)} ${stanceWord(stance, locale, n !== 1)} (${integer(n, locale)})`;
  });
  return [
    say(
      locale,
      `${noun(consultation.organisations, 'organisation donne', 'organisations donnent', 'fr')} ${integer(opinions, 'fr')} avis : `,
      `${noun(consultation.organisations, 'organisation gives', 'organisations give', 'en')} ${noun(opinions, 'opinion', 'opinions', 'en')}: `
    ),
    parts.join(', '),
    '.'
  ];
}

function keys({ consultation }: ConsultationData, locale: Locale): KeyFigure[] {
  const { comments, organisations, subjects, treatments } = consultation;
  const texts = subjects.reduce((sum, { groups }) => sum + groups.length, 0);
  const unknown = subjects.filter(({ criterion }) => criterion === '').length;
  const key = (label: string, value: number, note: string): KeyFigure => ({
    label,
    value: integer(value, locale),
    unit: '',
    note
  });
  return [
    key(
      say(locale, 'Organisations', 'Organisations'),
      organisations,
      say(locale, 'chacune une fois', 'each once')
    ),
    key(
      say(locale, 'Commentaires', 'Comments'),
      comments,
      say(
        locale,
        `${integer(texts, 'fr')} textes une fois les copies réunies`,
        `${integer(texts, 'en')} texts once copies are gathered`
      )
    ),
    key(
      say(locale, 'Exigences commentées', 'Requirements commented on'),
      subjects.length,
      say(
        locale,
        `dont ${integer(unknown, 'fr')} sans critère connu`,
        `${integer(unknown, 'en')} of them without a known criterion`
      )
    ),
    key(
      say(locale, 'Commentaires traités', 'Comments treated'),
      comments - treatments.none,
      treatmentNote(treatments, locale)
    )
  ];
}

function treatmentNote(treatments: Consultation['treatments'], locale: Locale): string {
  return (['retained', 'partly', 'not_retained', 'none'] as const)
    .map((state) => `${integer(treatments[state], locale)} ${decisionWord(state, locale)}`)
    .join(', ');
}

function namesOf({ criteria }: Questionnaire, locale: Locale): Map<string, string> {
  return new Map(criteria.map((criterion) => [criterion.code, criterionName(criterion, locale)]));
}

/** What stakeholders say of the requirements, beside what products declare. */
export function consultationReport(
  store: Store,
  { campaign, view }: AskedView,
  filters: CommentFilters,
  locale: Locale
): Promise<ConsultationReport> {
  const key = JSON.stringify(['consultation', campaign.id, filters, locale]);
  return cached(store, key, async () => {
    const questionnaire = await questionnaires.known(store, campaign.questionnaireId);
    const data = await store.read((db) => readConsultation(db, view, filters));
    const names = namesOf(questionnaire, locale);
    const nameOf = (code: string) => names.get(code) ?? '';
    return {
      headline: headline(data, locale),
      lede: lede(data, locale),
      keys: keys(data, locale),
      figures: [stancesByType(data.consultation, locale), stancesByRequirement(data, nameOf, locale)],
      data,
      names
    };
  });
}

/** The table that a consultation publishes, in the words of its readers; who decided is no part of it. */
export function publishedTable({ data, names }: ConsultationReport, locale: Locale): Table {
  return {
    columns: [
      say(locale, 'Exigence', 'Requirement'),
      say(locale, 'Critère', 'Criterion'),
      say(locale, 'Intitulé', 'Title'),
      say(locale, 'Position', 'Stance'),
      say(locale, 'Commentaire', 'Comment'),
      say(locale, 'Organisations', 'Organisations'),
      countColumn(locale),
      say(locale, 'Types', 'Types'),
      say(locale, 'Date', 'Date'),
      say(locale, 'Décision', 'Decision'),
      say(locale, 'Motif', 'Reason'),
      say(locale, 'Décidé le', 'Decided on')
    ],
    rows: treatedRows(data.consultation).map(({ subject, group, organisations, types, treatment }) => [
      subject.requirement,
      subject.criterion,
      names.get(subject.criterion) ?? '',
      stanceWord(group.stance, locale),
      group.comment,
      organisations.join(' ; '),
      organisations.length,
      types.join(' ; '),
      group.date,
      decisionWord(treatment?.decision ?? 'none', locale),
      treatment?.reason ?? '',
      treatment?.at.slice(0, 10) ?? null
    ])
  };
}

/** The last day that the table tells of: that of a comment or of a decision. */
function lastDay({ data }: ConsultationReport): string {
  const days = data.chosen.flatMap(({ date, treatment }) => [date ?? '', treatment?.at.slice(0, 10) ?? '']);
  return days.reduce((last, day) => (day > last ? day : last), '1970-01-01');
}

/** The same table as a workbook. */
export function publishedWorkbook(
  report: ConsultationReport,
  campaign: Campaign,
  locale: Locale
): Uint8Array<ArrayBuffer> {
  const { columns, rows } = publishedTable(report, locale);
  const title = say(locale, `Consultation, ${campaign.name}`, `Consultation, ${campaign.name}`);
  const tags = campaign.synthetic ? [messages(locale).synthetic] : [];
  const counted = columns.map((label) => ({
    label,
    kind: label === countColumn(locale) ? ('count' as const) : ('text' as const)
  }));
  return xlsx({
    title,
    date: lastDay(report),
    sheets: [{ name: 'Consultation', heading: [title, ...tags], columns: counted, rows }]
  });
}

function countColumn(locale: Locale): string {
  return say(locale, 'Nombre d’organisations', 'Number of organisations');
}
