import type { Locale } from '#lib/i18n/locale.ts';
import { fromText, type LevelTableText } from '#lib/maturity/level-table-text.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';
import type { Requirement } from '#lib/maturity/requirements.ts';
import { editedLines } from '#lib/maturity/scenario-fields.ts';
import { calibrationView, type CalibrationView } from '#lib/reports/calibration-view.ts';
import { lineField } from './form-fields.ts';

/** What somebody is editing, and what it would mean; nothing until something differs from what is kept. */
export class Draft {
  view = $state.raw<CalibrationView | undefined>();
  #table: Promise<LevelTable> | undefined;
  #turn = 0;

  /** Reads what products declare, once an address. */
  prepare(address: string): Promise<LevelTable> {
    this.#table ??= fetch(address)
      .then((response) => response.json() as Promise<LevelTableText>)
      .then(fromText);
    return this.#table;
  }

  forget(): void {
    this.#turn++;
    this.#table = undefined;
    this.view = undefined;
  }

  /** Computes the consequences of what the form holds now; of several changes in a row only the last one's count. */
  async update(
    address: string,
    form: HTMLFormElement,
    { name, requirements, locale }: { name: string; requirements: readonly Requirement[]; locale: Locale }
  ): Promise<void> {
    const turn = ++this.#turn;
    const table = await this.prepare(address);
    if (turn !== this.#turn) return;
    const fields = new FormData(form);
    const lines = editedLines(requirements, table.criteria, (key) => ({
      status: lineField(fields, 'status', key),
      level: lineField(fields, 'level', key),
      theme: lineField(fields, 'theme', key),
      weight: lineField(fields, 'weight', key)
    }));
    this.view = calibrationView(
      table,
      name,
      lines.map(({ line }) => line),
      locale
    );
  }
}
