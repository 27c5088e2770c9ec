import { headingKey } from '#lib/ingest/headings.ts';
import { readAnswerMapping, readColumnMapping } from '#lib/ingest/mapping.ts';
import { cellKey } from '#lib/ingest/said.ts';
import { isSourceName, sourceNames, type SourceName } from '#lib/ingest/sources/names.ts';
import type { ReadOptions } from '#lib/ingest/types.ts';
import { last, type Request } from './command.ts';

/** Thrown where an option can't be understood, whatever the files say. */
export class Misuse extends Error {}

interface Said {
  key: string;
  value: string;
}

/** Each text as what it says, once; two that say different things of one field or answer are refused. */
function readEach<T>(
  option: string,
  shape: string,
  texts: string[],
  read: (text: string) => T | undefined,
  said: (item: T) => Said
): T[] {
  const found = new Map<string, T>();
  for (const text of texts) {
    const item = read(text);
    if (item === undefined) throw new Misuse(`--${option} ${text}: write ${shape}`);
    const { key, value } = said(item);
    const other = found.get(key);
    if (other !== undefined && said(other).value !== value)
      throw new Misuse(`--${option} ${text}: given twice, with two meanings`);
    found.set(key, item);
  }
  return [...found.values()];
}

/** The mapping that a command line gives: which column holds what, what answers mean. Throws Misuse. */
export function readOptions(request: Request): ReadOptions {
  const { map = [], answer = [], ignore } = request.options;
  return {
    source: sourceNamed(last(request, 'source')),
    product: ofOneFile(request, 'product'),
    vendor: ofOneFile(request, 'vendor'),
    encoding: last(request, 'encoding'),
    delimiter: last(request, 'delimiter'),
    ...layoutNamed(last(request, 'layout')),
    sheet: last(request, 'sheet'),
    ignore,
    map: readEach('map', 'FIELD=HEADING', map, readColumnMapping, ({ field, heading }) => ({
      key: headingKey(field),
      value: heading
    })),
    answers: readEach(
      'answer',
      '[CRITERION:]LABEL=MEANING; a level’s number, NA, blank or unanswered',
      answer,
      readAnswerMapping,
      ({ said, means }) => ({
        key: cellKey(said),
        value: String(means)
      })
    )
  };
}

/** Throws Misuse where there is no source of that name. */
function sourceNamed(name: string | undefined): SourceName | undefined {
  const known = name?.trim().toLowerCase();
  if (known === undefined || isSourceName(known)) return known;
  throw new Misuse(`--source ${name}: there is no such source; write one of ${sourceNames.join(', ')}`);
}

/** Throws Misuse where there is no layout of that name. */
function layoutNamed(name: string | undefined): Pick<ReadOptions, 'layout'> {
  if (name === undefined) return {};
  if (name === 'long' || name === 'wide') return { layout: name };
  throw new Misuse(`--layout ${name}: write long or wide`);
}

/** A name that holds for a whole file. Throws Misuse where it is blank, or where one product has several files. */
function ofOneFile(request: Request, option: 'product' | 'vendor'): string | undefined {
  const name = last(request, option);
  if (name?.trim() === '') throw new Misuse(`--${option} needs a name`);
  if (name !== undefined && option === 'product' && (request.files['_']?.length ?? 0) > 1)
    throw new Misuse(
      '--product is for one file: import the others one by one, or name each « Vendor - Product »'
    );
  return name;
}

/** A profile's name as given; undefined where none is. Throws Misuse where it is blank. */
export function profileName(request: Request, option: 'profile' | 'save-profile'): string | undefined {
  const name = last(request, option);
  if (name?.trim() === '') throw new Misuse(`--${option} needs a name`);
  return name;
}
