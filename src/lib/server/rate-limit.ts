/** How often something may be tried in a time. */
export interface Limit {
  most: number;
  perMs: number;
}

/** Beyond so many keys the oldest are forgotten: a flood of addresses must not fill the memory. */
const mostKeys = 10_000;

const tried = new Map<string, number[]>();

/** Whether one more try of this kind is within the limit; it counts either way. */
export function mayTry(key: string, { most, perMs }: Limit, now = Date.now()): boolean {
  const recent = (tried.get(key) ?? []).filter((at) => now - at < perMs).slice(-most);
  tried.delete(key);
  tried.set(key, [...recent, now]);
  const [oldest] = tried.keys();
  if (tried.size > mostKeys && oldest !== undefined) tried.delete(oldest);
  return recent.length < most;
}
