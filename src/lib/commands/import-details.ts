import { combined } from '#lib/ingest/combined.ts';
import type { ReadOptions } from '#lib/ingest/types.ts';
import type { ImportDetails } from '#lib/server/imports.ts';
import type { FileAnswers } from './read-answers.ts';

interface Asked {
  read: ReadOptions;
  /** What was said of single files besides. */
  readOf?: ReadOptions[];
  profile?: string;
  partial: boolean;
}

/** What the history keeps of how an import was made; `warnings` counts those of all files. */
export function importDetails(
  { read, readOf = [], profile, partial }: Asked,
  parsed: FileAnswers[],
  warnings: number
): ImportDetails {
  const rejected = (what: 'products' | 'rows') => parsed.reduce((sum, file) => sum + file.rejected[what], 0);
  return {
    sources: parsed.map(({ recognised, sha256 }) => {
      const { name, layout, delimiter, encoding, rows } = recognised;
      return { name, sha256, layout, delimiter, encoding, rows };
    }),
    rejected: { products: rejected('products'), rows: rejected('rows') },
    warnings,
    mapping: readOf.reduce(combined, read),
    profile: profile ?? null,
    partial
  };
}

/** Files that brought nothing new are no part of the import. */
export function withoutFiles(details: ImportDetails, names: string[]): ImportDetails {
  return { ...details, sources: details.sources.filter(({ name }) => !names.includes(name)) };
}
