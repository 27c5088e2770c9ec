import { execute } from '#lib/commands/registry.ts';
import { contents, type Store } from '#lib/server/store.ts';
import { request } from '#tests/commands/request.ts';

/** Moments, and what follows from them, differ from one run to the next. */
function withoutMoments(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Map) return [...value.entries()];
  return typeof value === 'string' ? value.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'moment') : value;
}

/** All that a store holds and says, as a text to compare by. */
export async function factsOf(store: Store): Promise<string> {
  const tables = await store.read(contents);
  const { json } = await execute(store, request('stats', { options: { campaign: ['v1'] } }));
  return JSON.stringify({ tables, json }, withoutMoments);
}
