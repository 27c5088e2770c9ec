import type { Store } from './store.ts';

const capacity = 400;

interface Entries {
  version: number;
  values: Map<string, unknown>;
}

const caches = new WeakMap<Store, Entries>();

function entriesOf(store: Store): Entries {
  const known = caches.get(store);
  if (known?.version === store.version()) return known;
  const fresh: Entries = { version: store.version(), values: new Map() };
  caches.set(store, fresh);
  return fresh;
}

/**
 * What `compute` gave for this key at this version of the data, least recently used dropped first. The key holds all
 * that the value depends on: audience, campaign, query, language.
 */
export function cached<T>(store: Store, key: string, compute: () => T): T {
  const { values } = entriesOf(store);
  const known = values.get(key) as T | undefined;
  const value = known ?? compute();
  values.delete(key);
  values.set(key, value);
  const [oldest] = values.keys();
  if (values.size > capacity && oldest !== undefined) values.delete(oldest);
  if (known === undefined && value instanceof Promise) value.catch(() => values.delete(key));
  return value;
}
