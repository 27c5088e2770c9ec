import type { CalibrationView } from '#lib/reports/calibration-view.ts';
import type { Edited } from './compute-view.ts';

type Compute = (form: HTMLFormElement, edited: Edited) => CalibrationView;

/** The computation comes after the first paint, with what products declare and what audits found. */
async function load(address: string): Promise<Compute> {
  const { computeView, readEvidence } = await import('./compute-view.ts');
  const evidence = await readEvidence(address);
  return (form, edited) => computeView(evidence, new FormData(form), edited);
}

/** What somebody is editing, and what it would mean; nothing until something differs from what is kept. */
export class Draft {
  view = $state.raw<CalibrationView | undefined>();
  #compute: Promise<Compute> | undefined;
  #turn = 0;

  /** Once an address; a failure is tried again with the next change. */
  prepare(address: string): Promise<Compute> {
    this.#compute ??= load(address).catch((error: unknown) => {
      this.#compute = undefined;
      throw error;
    });
    return this.#compute;
  }

  forget(): void {
    this.#turn++;
    this.#compute = undefined;
    this.view = undefined;
  }

  /** Computes the consequences of what the form holds now; of several changes in a row only the last one's count. */
  async update(address: string, form: HTMLFormElement, edited: Edited): Promise<void> {
    const turn = ++this.#turn;
    const compute = await this.prepare(address);
    if (turn === this.#turn) this.view = compute(form, edited);
  }
}
