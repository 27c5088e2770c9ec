import { atLevelWords, decisionWord, stanceWord } from '#lib/i18n/consultation.ts';
import { dateTime, integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { colon } from '#lib/i18n/wording.ts';
import type { CommentGroup, StanceCounts, Subject } from '#lib/maturity/consultation.ts';
import { stances } from '#lib/maturity/stance.ts';
import type { TreatmentAct } from '#lib/server/treatments.ts';
import { attainmentOf } from './consultation-data.ts';
import type { ConsultationReport } from './consultation.ts';
import { subjectCode } from './figures/stances-by-requirement.ts';

/** What stands above the comments on one requirement. */
export interface SubjectHead {
  key: string;
  code: string;
  /** Blank where none is known. */
  criterion: string;
  name: string;
  organisations: number;
  /** « 2 opposés, 0 réservé, 5 favorables ». */
  stances: string;
  /** At which level, in words, only where it is not the target. */
  attained: { n: number; N: number; rate: number | null; atLevel: string } | null;
}

/** A text as the page shows it. */
export interface GroupLine {
  key: string;
  stance: string;
  comment: string;
  date: string | null;
  organisations: { organisation: string; type: string }[];
  decision: string;
  decisionValue: string;
  /** Whether somebody decided on all of the group. */
  isTreated: boolean;
  reason: string;
  /** Single comments, to be treated by themselves. */
  comments: { key: string; organisation: string; decision: string; reason: string; isOwn: boolean }[];
  /** One line an act, the latest first. */
  history: string[];
}

/** A text with the requirement that it is about. */
export interface ConsultationLine {
  subject: SubjectHead;
  group: GroupLine;
}

function stancesWords(counts: StanceCounts, locale: Locale): string {
  return [...stances]
    .reverse()
    .map((stance) => `${integer(counts[stance], locale)} ${stanceWord(stance, locale, counts[stance] > 1)}`)
    .join(', ');
}

function headOf({ data, names }: ConsultationReport, subject: Subject, locale: Locale): SubjectHead {
  const { key, criterion, organisations, stances: counts } = subject;
  const at = attainmentOf(data, subject);
  return {
    key,
    code: subjectCode(subject),
    criterion: at ? criterion : '',
    name: names.get(criterion) ?? '',
    organisations,
    stances: stancesWords(counts, locale),
    attained: at
      ? {
          n: at.attained,
          N: at.applicable,
          rate: at.rate,
          atLevel: at.level === at.target ? '' : atLevelWords(at.level, locale)
        }
      : null
  };
}

function actLine({ decision, reason, by, at }: TreatmentAct, withdrawn: string, locale: Locale): string {
  const what = decision === null ? withdrawn : decisionWord(decision, locale);
  const who = by === null ? [] : [by];
  return [dateTime(at, locale), ...who, `${what}${reason === '' ? '' : `${colon(locale)} ${reason}`}`].join(
    ', '
  );
}

function groupLine(
  group: CommentGroup,
  acts: readonly TreatmentAct[],
  withdrawn: string,
  locale: Locale
): GroupLine {
  const keys = new Set([group.key, ...group.comments.map(({ key }) => key)]);
  return {
    key: group.key,
    stance: stanceWord(group.stance, locale),
    comment: group.comment,
    date: group.date,
    organisations: group.organisations,
    decision: decisionWord(group.treatment?.decision ?? 'none', locale),
    decisionValue: group.treatment?.decision ?? 'none',
    isTreated: group.treatment !== null,
    reason: group.treatment?.reason ?? '',
    comments: group.comments.map(({ key, organisation, treatment, isOwn }) => ({
      key,
      organisation,
      decision: decisionWord(treatment?.decision ?? 'none', locale),
      reason: treatment?.reason ?? '',
      isOwn
    })),
    history: acts.filter(({ target }) => keys.has(target)).map((act) => actLine(act, withdrawn, locale))
  };
}

/** All texts in the order of the page: by requirement, the least in favour first; put in words one by one, as they are shown. */
export function consultationLines(
  report: ConsultationReport,
  withdrawn: string,
  locale: Locale
): (() => ConsultationLine)[] {
  const { consultation, history } = report.data;
  return consultation.subjects.flatMap((subject) => {
    const head = headOf(report, subject, locale);
    return subject.groups.map((group) => () => ({
      subject: head,
      group: groupLine(group, history, withdrawn, locale)
    }));
  });
}

/** The lines of one page, which follow one another by requirement. */
export function gatheredBySubject(
  lines: readonly ConsultationLine[]
): { head: SubjectHead; groups: GroupLine[] }[] {
  const gathered: { head: SubjectHead; groups: GroupLine[] }[] = [];
  for (const { subject, group } of lines) {
    const last = gathered.at(-1);
    if (last?.head.key === subject.key) last.groups.push(group);
    else gathered.push({ head: subject, groups: [group] });
  }
  return gathered;
}
