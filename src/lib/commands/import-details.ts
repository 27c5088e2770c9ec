import { createHash } from 'node:crypto';
import { combined } from '#lib/ingest/combined.ts';
import type { InputFile, ParsedAnswers, ReadOptions } from '#lib/ingest/types.ts';
import type { ImportDetails } from '#lib/server/imports.ts';

interface Asked {
  /** In the order of `parsed`. */
  files: InputFile[];
  read: ReadOptions;
  /** What was said of single files besides. */
  readOf?: ReadOptions[];
  profile?: string;
  partial: boolean;
}

/** What the history keeps of how an import was made; `warnings` counts those of all files. */
export function importDetails(
  { files, read, readOf = [], profile, partial }: Asked,
  parsed: ParsedAnswers[],
  warnings: number
): ImportDetails {
  const rejected = (what: 'products' | 'rows') => parsed.reduce((sum, file) => sum + file.rejected[what], 0);
  return {
    sources: parsed.map(({ recognised }, i) => {
      const { name, layout, delimiter, encoding, rows } = recognised;
      return { name, sha256: sha256(files[i]), layout, delimiter, encoding, rows };
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

function sha256(file: InputFile | undefined): string {
  return createHash('sha256')
    .update(file?.bytes ?? '')
    .digest('hex');
}
