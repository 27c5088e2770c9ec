import type { Store } from './store.ts';

const capacity = 400;

interface Entry {
  value: unknown;
  isCurrent(): boolean;
}

interface Entries {
  version: number;
  values: Map<string, Entry>;
}

const caches = new WeakMap<Store, Entries>();

/** Drops what a change has overtaken. */
function swept(store: Store): Map<string, Entry> {
  const version = store.version();
  const known = caches.get(store) ?? { version, values: new Map<string, Entry>() };
  if (known.version !== version)
    for (const [key, entry] of known.values) if (!entry.isCurrent()) known.values.delete(key);
  known.version = version;
  caches.set(store, known);
  return known.values;
}

/**
 * What `compute` gave for this key at this version of the data, least recently used dropped first. The key holds all
 * that the value depends on: audience, campaign, query, language. Where `of` names campaigns, `compute` reads the answers
 * of these alone, and the value outlasts imports into others.
 */
export function cached<T>(store: Store, key: string, compute: () => T, of?: readonly number[]): T {
  const values = swept(store);
  const known = values.get(key);
  const entry = known ?? { isCurrent: atVersion(store, of), value: compute() };
  values.delete(key);
  values.set(key, entry);
  const [oldest] = values.keys();
  if (values.size > capacity && oldest !== undefined) values.delete(oldest);
  const value = entry.value as T;
  const forget = () => {
    if (values.get(key) === entry) values.delete(key);
  };
  if (!known && value instanceof Promise) value.catch(forget);
  return value;
}

/** Tells whether what is computed from this moment on still holds. */
export function atVersion(store: Store, of: readonly number[] | undefined): () => boolean {
  const now = () => (of === undefined ? String(store.version()) : of.map(store.versionOf).join());
  const then = now();
  return () => now() === then;
}
