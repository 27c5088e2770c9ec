import { severities, type AuditForm, type Severity } from './audit.ts';

/** The most controls of each severity that may fail to conform. */
export type EligibilityLimits = Record<Severity, number>;

export const defaultLimits: EligibilityLimits = { high: 0, medium: 10 };

export interface Eligibility {
  nonconforming: Record<Severity, number>;
  isEligible: boolean;
}

export function eligibilityOf({ results }: AuditForm, limits: EligibilityLimits): Eligibility {
  const count = (severity: Severity) =>
    results.filter((one) => one.severity === severity && one.result === 'nonconforming').length;
  const nonconforming = { high: count('high'), medium: count('medium') };
  return {
    nonconforming,
    isEligible: severities.every((severity) => nonconforming[severity] <= limits[severity])
  };
}

/** The limits that an address or command asks for by `high` and `medium`; throws a RangeError where one can't be. */
export function parseLimits(parameters: Iterable<readonly [string, string]>): EligibilityLimits {
  const given = new Map([...parameters].filter(([, value]) => value.trim() !== ''));
  const limit = (severity: Severity) => {
    const text = given.get(severity);
    if (text === undefined) return defaultLimits[severity];
    if (!/^\s*\d{1,4}\s*$/.test(text))
      throw new RangeError(`${severity} is a whole number from 0 to 9999, not ${text}`);
    return Number(text);
  };
  return { high: limit('high'), medium: limit('medium') };
}
