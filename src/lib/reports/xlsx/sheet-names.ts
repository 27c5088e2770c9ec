const longest = 31;

/** What a workbook takes as a name: no sign of its own addresses, no quote at either end, not the reserved name. */
function allowed(name: string): string {
  const plain = name
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'+|'+$/g, '');
  return plain === '' || plain.toLowerCase() === 'history' ? 'Palier' : plain;
}

function cut(name: string, room: number): string {
  return [...name].reduce((kept, sign) => (kept.length + sign.length > room ? kept : kept + sign), '').trim();
}

function unlike(name: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const ending = n === 1 ? '' : ` (${n})`;
    const candidate = cut(name, longest - ending.length) + ending;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** The names as a workbook takes them, all different when case is left aside. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const own = unlike(allowed(name), taken);
    taken.add(own.toLowerCase());
    return own;
  });
}
