import { cisoAssistant } from './ciso-assistant.ts';
import { googleForms } from './google-forms.ts';
import { kobo } from './kobo.ts';
import { limesurvey } from './limesurvey.ts';
import { microsoftForms } from './microsoft-forms.ts';
import { oneProduct } from './one-product.ts';
import { surveymonkey } from './surveymonkey.ts';
import { columnCalled, columnNames } from '../column-names.ts';
import { identityFields } from '../fields.ts';
import { headingKey } from '../headings.ts';
import type { Table } from '../table.ts';
import type { ReadOptions } from '../types.ts';
import { mappedConstants, saidConstants, withConstants } from './constants.ts';
import { constantsOfName } from './file-name.ts';
import type { Constant, SourceName, SourceReason } from './names.ts';
import { asItIs, type Asked, type Source, type Sourced } from './source.ts';

/** The surest first: each is asked in turn. */
const sources: Source[] = [
  cisoAssistant,
  kobo,
  limesurvey,
  surveymonkey,
  microsoftForms,
  googleForms,
  oneProduct
];

/** A table with the source that it was read as, and what a person said of its columns. */
export interface FromSource extends Sourced {
  source: SourceName;
  reason: SourceReason;
  options: ReadOptions;
}

/** Reads a table as what it looks like, or as the source that a person named. */
export function readSource(table: Table, asked: Asked): FromSource {
  const { source, reason } = sourceOf(table, asked);
  const sourced = source?.read(table, asked) ?? asItIs(table);
  const said = saidConstants(asked.options);
  const named = isOneProduct(source) ? constantsOfName(table.file) : [];
  const whole = withConstants(sourced, [
    ...said,
    ...missing(sourced.table, said, [...sourced.constants, ...named], asked)
  ]);
  const options = mappedConstants(asked.options, said);
  return { ...whole, source: source?.name ?? 'canonical', reason, options };
}

function sourceOf(table: Table, asked: Asked): { source: Source | undefined; reason: SourceReason } {
  const name = asked.options.source;
  if (name !== undefined) {
    return { source: sources.find((one) => one.name === name), reason: { by: 'option', columns: [] } };
  }
  for (const source of sources) {
    const columns = source.recognise(table, asked);
    if (columns) return { source, reason: { by: 'columns', columns } };
  }
  return { source: undefined, reason: { by: 'none', columns: [] } };
}

function isOneProduct(source: Source | undefined): boolean {
  return source === cisoAssistant || source === oneProduct;
}

/** The constants found, the first of each field, for which neither a person nor a column has a value. */
function missing(table: Table, said: Constant[], found: Constant[], { options }: Asked): Constant[] {
  const given = new Set<string>(said.map(({ field }) => field));
  const names = columnNames(table);
  for (const text of names.flat()) given.add(identityFields.get(headingKey(text)) ?? '');
  for (const { field, heading } of options.map ?? [])
    if (typeof columnCalled(names, heading) === 'number') given.add(headingKey(field));
  return found.filter(
    ({ field }, i) => !given.has(field) && found.findIndex((one) => one.field === field) === i
  );
}
