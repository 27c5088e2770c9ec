/** What an auditor found on a control. */
export const controlResults = ['conforming', 'nonconforming', 'not_applicable', 'not_tested'] as const;
export type ControlResultName = (typeof controlResults)[number];

/** How grave it is if a control does not conform. */
export const severities = ['high', 'medium'] as const;
export type Severity = (typeof severities)[number];

/** A control of the penetration test, and the criteria that it bears on. */
export interface Control {
  control: string;
  severity: Severity;
  /** Codes, as the questionnaire writes them; none where no criterion is about it. */
  criteria: string[];
}

/** A control as one form reports it; `evidenceDate` is an ISO date. */
export interface ControlResult extends Control {
  result: ControlResultName;
  evidenceDate: string | null;
}

/** The penetration-test form of one product; dates are ISO dates. */
export interface AuditForm {
  productId: string;
  product: string;
  vendor: string;
  filedAt: string;
  auditor: string;
  passiReference: string;
  passiValidUntil: string | null;
  results: ControlResult[];
}

/** Whether the control was tried: only then does its result say anything of the product. */
export function isTested({ result }: Pick<ControlResult, 'result'>): boolean {
  return result === 'conforming' || result === 'nonconforming';
}
