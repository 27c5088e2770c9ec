/** What became of a treatment, with what was typed, so that a refused form keeps it. */
export interface TreatmentOutcome {
  target: string;
  said: string;
  reason: string;
  by: string;
  refusal: string | undefined;
}
