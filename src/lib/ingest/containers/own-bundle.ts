import type { Archive } from './archive.ts';

/** What `palier export --format bundle` always writes, and hardly anybody else together. */
const marks = ['campaign.json', 'dictionary.csv', 'corrections.parquet', 'answers.parquet'];

/** The table of a campaign's own export that holds its answers as they are; the others tell the same, or of them. */
const answers = 'answers.parquet';

/**
 * An archive that Palier wrote, with its answers alone: read beside them, its dictionary would be a table without products, and
 * its corrections, where there are none, an empty one. Other archives are as they were.
 */
export function ownBundle(archive: Archive): Archive {
  const names = archive.files.map(({ name }) => name);
  if (!marks.every((name) => names.includes(name))) return archive;
  return {
    files: archive.files.filter(({ name }) => name === answers),
    leftOut: { ...archive.leftOut, bundle: names.filter((name) => name !== answers) }
  };
}
