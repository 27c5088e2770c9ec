import { fold } from '#lib/i18n/fold.ts';
import type { Table } from '../table.ts';
import { criterionTable, type CriterionRow } from './criterion-table.ts';
import { asItIs, type Rereading, type Source } from './source.ts';
import { columnsHeaded, headingsAmong } from './system-columns.ts';
import { unmasked } from './unmasked.ts';

const scores = ['implementation_score', 'score'];
const telling = [
  ...[
    'urn',
    'assessable',
    'compliance_result',
    'extended_result',
    'requirement_progress',
    'typical_evidence'
  ],
  ...['observations', ...scores]
];

/**
 * CISO Assistant's export of an audit, as CSV or workbook: one product a file, a row for each requirement. A score is
 * the level; without one a result of compliance stands there, of which a person must say what level it means.
 */
export const cisoAssistant: Source = {
  name: 'ciso-assistant',
  recognise(table) {
    const found = headingsAmong(table, ['ref_id', ...telling]);
    return columnsHeaded(table, ['ref_id']).length > 0 && found.length > 3 ? found : undefined;
  },
  read(table) {
    const plain = unmasked(table, /^'\s*[=+@-]/);
    const [code] = columnsHeaded(plain, ['ref_id']);
    if (code === undefined) return asItIs(plain);
    const { rows, headings } = requirements(plain, code);
    const used = new Set<string>(headings);
    const leftOut = table.headings
      .filter((heading) => heading !== '' && !used.has(heading))
      .map((heading) => ({ heading, because: 'criterion' as const }));
    const [heading = '', ...answers] = headings;
    return {
      ...asItIs(criterionTable(plain, [heading, answers.join(' / ')], rows)),
      leftOut,
      passedOver: table.rows.length - rows.length,
      rereading: results()
    };
  }
};

/** The rows that are assessed, and the headings that they are read from. */
function requirements(table: Table, code: number): { rows: CriterionRow[]; headings: string[] } {
  const [name, assessable, result, score] = [['name'], ['assessable'], ['compliance_result'], scores].map(
    (wanted) => columnsHeaded(table, wanted)[0]
  );
  const rows = table.rows.flatMap((cells, row) => {
    const text = (column: number | undefined) => cells[column ?? -1]?.trim() ?? '';
    const [said, scored] = [text(result), text(score)];
    const isAssessed = assessable === undefined ? said + scored !== '' : !isFalse(text(assessable));
    const criterion = text(code) || text(name);
    return isAssessed ? [{ criterion, answer: answerOf(said, scored), line: table.lines[row] ?? 0 }] : [];
  });
  const headings = [code, score, result].flatMap((column) => table.headings[column ?? -1] ?? []);
  return { rows, headings };
}

/** A requirement that does not apply has no level, whatever its score; else a score says more than a result. */
function answerOf(result: string, score: string): string {
  return isResult(result, 'not_applicable') || score === '' ? result : score;
}

function results(): Rereading {
  return {
    read: (cell) =>
      isResult(cell, 'not_applicable') ? 'not applicable' : isResult(cell, 'not_assessed') ? '' : undefined,
    assumed: new Set()
  };
}

function isResult(cell: string, result: string): boolean {
  return fold(cell).replaceAll(' ', '_') === result;
}

/** As a workbook's true and false may be written. */
function isFalse(cell: string): boolean {
  return ['false', 'faux', '0', 'no', 'non'].includes(fold(cell));
}
