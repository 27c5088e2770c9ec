import { describe, expect, it } from 'vitest';
import { canonical, essence, exports, readExport } from './fixtures.ts';

describe('an export of the same answers', () => {
  it.each(exports)('$files from $source is recognised and read the same', (given) => {
    const parsed = readExport(given);
    const errors = parsed.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
    expect(new Set(parsed.map(({ recognised }) => recognised.source))).toEqual(new Set([given.source]));
    expect(parsed.flatMap(({ responses }) => responses.map(essence))).toEqual(
      canonical.map(essence).map((response) => ({
        ...response,
        ...(given.undated && { submittedAt: null }),
        ...(given.uncorridored && { corridor: '' })
      }))
    );
  });
});
