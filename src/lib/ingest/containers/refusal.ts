/** Why a file can't be read; the words are in `i18n/container-problems.ts`. */
export interface Refusal {
  reason: string;
  line?: number;
  value?: string;
  /** What the message needs besides. */
  detail?: Record<string, string | number>;
}

/** Thrown deep within a container, and turned into data where its reading began. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(reason: string, rest: Omit<Refusal, 'reason'> = {}) {
    super(reason);
    this.refusal = { reason, ...rest };
  }
}
