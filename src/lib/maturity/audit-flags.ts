import { isTested, type AuditForm } from './audit.ts';

/** What in a form may be out of date on the day it is filed. */
export interface AuditFlags {
  /** Tested controls whose evidence is one year old or more. */
  oldEvidence: number;
  /** Tested controls whose evidence has no date, so that nothing shows it to be recent. */
  undatedEvidence: number;
  /** The auditor's qualification on that day; its last day of validity still counts. */
  passi: 'valid' | 'expired' | 'unknown';
}

/**
 * The day on which something dated `date` is one year old, from date to date. What happened on 29 February is so on 28
 * February of the next year: a period of years ends on the last day of a month that lacks the day (code de procédure
 * civile, article 641).
 */
export function anniversary(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const isLeapDay = month === 2 && day === 29;
  const parts = [String(year + 1).padStart(4, '0'), two(month), two(isLeapDay ? 28 : day)];
  return parts.join('-');
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

/** Less than one year old on the day of filing: the anniversary itself is too old. */
export function isRecent(evidenceDate: string, filedAt: string): boolean {
  return filedAt < anniversary(evidenceDate);
}

export function flagsOf({ filedAt, passiValidUntil, results }: AuditForm): AuditFlags {
  const dates = results.filter(isTested).map(({ evidenceDate }) => evidenceDate);
  return {
    oldEvidence: dates.filter((date) => date !== null && !isRecent(date, filedAt)).length,
    undatedEvidence: dates.filter((date) => date === null).length,
    passi: qualification(passiValidUntil, filedAt)
  };
}

function qualification(validUntil: string | null, filedAt: string): AuditFlags['passi'] {
  if (validUntil === null) return 'unknown';
  return validUntil < filedAt ? 'expired' : 'valid';
}

export function isOutOfDate({ oldEvidence, undatedEvidence, passi }: AuditFlags): boolean {
  return oldEvidence + undatedEvidence > 0 || passi !== 'valid';
}
