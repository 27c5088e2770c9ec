import { cellPlace } from '#lib/i18n/cell-place.ts';
import { disclosureLogWords, ruleWords } from '#lib/i18n/disclosure-log.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { toldWords } from '#lib/i18n/publication-difference.ts';
import type { Withheld } from '#lib/maturity/disclosure/protect.ts';
import { rules } from '#lib/maturity/disclosure/rules.ts';
import type { Thresholds } from '#lib/maturity/publication/thresholds.ts';
import * as publications from '#lib/server/publications.ts';
import type { Store } from '#lib/server/store.ts';
import { cellColumns } from './changed-cells-table.ts';
import type { FigureTable } from './figure.ts';
import type { Manifest } from './manifest.ts';
import { tableOf, type Table } from './table.ts';

/** What a frozen publication withheld and by which rule, with the thresholds then in force; without any value. */
export interface DisclosureLog {
  publication: publications.Publication;
  lines: Withheld[];
  thresholds: Thresholds;
}

/** Undefined where there is no such publication. */
export function read(store: Store, fingerprint: string): Promise<DisclosureLog | undefined> {
  return store.read(async (db) => {
    const publication = await publications.find(db, fingerprint);
    const papers = publication && (await publications.papers(db, publication.id));
    if (!papers) return undefined;
    const { thresholds } = JSON.parse(papers.manifest) as Manifest & { thresholds: Thresholds };
    return { publication, lines: JSON.parse(papers.disclosureLog) as Withheld[], thresholds };
  });
}

/** One row a count, as a file. */
export function logTable({ lines, thresholds }: DisclosureLog, locale: Locale): Table {
  return tableOf(lines, {
    ...cellColumns,
    status: ({ status }) => status,
    rule: ({ rule }) => rule,
    reason: ({ rule }) => ruleWords(rule, thresholds, locale)
  });
}

/** How many counts each rule withheld; rules that withheld none are left out. */
export function logByRule({ lines, thresholds }: DisclosureLog, locale: Locale): FigureTable {
  const words = disclosureLogWords(locale);
  const counts = rules.map((rule) => ({ rule, n: lines.filter((line) => line.rule === rule).length }));
  return {
    columns: [
      { label: words.rule, kind: 'text' },
      { label: words.figures, kind: 'count' }
    ],
    rows: counts.filter(({ n }) => n > 0).map(({ rule, n }) => [ruleWords(rule, thresholds, locale), n])
  };
}

/** These lines of the log for people. */
export function logFigure(
  lines: readonly Withheld[],
  { thresholds }: DisclosureLog,
  locale: Locale
): FigureTable {
  const words = disclosureLogWords(locale);
  return {
    columns: [
      { label: words.figure, kind: 'text' },
      { label: words.shownAs, kind: 'text' },
      { label: words.rule, kind: 'text' }
    ],
    rows: lines.map(({ cell, status, rule }) => [
      cellPlace(cell, locale),
      toldWords({ value: null, status }, locale),
      ruleWords(rule, thresholds, locale)
    ])
  };
}
