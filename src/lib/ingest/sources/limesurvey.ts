import type { Table } from '../table.ts';
import { answerCodes } from './choice-codes.ts';
import { readForm } from './form.ts';
import * as headings from './limesurvey-headings.ts';
import type { Asked, Source } from './source.ts';
import { columnsHeaded, headingsAmong } from './system-columns.ts';
import { unmasked } from './unmasked.ts';

/** LimeSurvey: every heading as code, text, abbreviated text or code and text; answers as codes or labels. */
export const limesurvey: Source = {
  name: 'limesurvey',
  recognise(table, asked) {
    const named = withNames(table, asked);
    const found = headingsAmong(named, headings.usual);
    const tells = headingsAmong(named, headings.telling).length > 0;
    return found.length > 1 && tells ? found : undefined;
  },
  read(table, asked) {
    const named = unmasked(withNames(table, asked), /^'=/);
    const unsent = unsentLines(named);
    const isFrench = headingsAmong(named, headings.french).length > 0;
    const form = readForm(withDates(named, unsent), headings.system, isFrench, asked);
    return { ...form, unsent, rereading: answerCodes() };
  }
};

function withNames(table: Table, { questionnaire }: Asked): Table {
  const separator = headings.separatorOf(table.headings);
  const uncut = headings.completions(questionnaire);
  return { ...table, aliases: table.headings.map((heading) => headings.namesOf(heading, separator, uncut)) };
}

/** The responses without a moment of submission, where the file has it. */
function unsentLines(table: Table): Set<number> {
  const [sent] = columnsHeaded(table, headings.sent);
  const lines = table.lines.filter((_, row) => sent !== undefined && isBlank(table.rows[row]?.[sent]));
  return new Set(lines);
}

/**
 * A survey that keeps no dates writes 1980-01-01 for « sent »: the date is then unknown. For a response that was never
 * sent the last action stands in.
 */
function withDates(table: Table, unsent: Set<number>): Table {
  const [sent] = columnsHeaded(table, headings.sent);
  const [last = -1] = columnsHeaded(table, headings.lastActions);
  if (sent === undefined) return table;
  const rows = table.rows.map((cells, row) => {
    if (sent >= cells.length) return cells;
    if (unsent.has(table.lines[row] ?? 0))
      return isBlank(cells[last]) ? cells : cells.with(sent, cells[last] ?? '');
    return /^1980-01-01|^0?1\/0?1\/1980/.test((cells[sent] ?? '').trim()) ? cells.with(sent, '') : cells;
  });
  return { ...table, rows };
}

function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === '';
}
