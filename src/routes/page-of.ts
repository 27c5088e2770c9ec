/** The page that an address asks for by `page`, from 1; the first where it asks for none that could be. */
export function askedPage({ searchParams }: URL): number {
  const asked = Number(searchParams.get('page') ?? 1);
  return Number.isSafeInteger(asked) ? Math.max(asked, 1) : 1;
}

/** Where the part of a long list lies that an address asks for; the last where it asks for one beyond. */
export function partOf(total: number, url: URL, length = 100) {
  const pages = Math.max(1, Math.ceil(total / length));
  const page = Math.min(askedPage(url), pages);
  return { page, pages, from: (page - 1) * length, length, total };
}

/** That part of the list. */
export function pageOf<Line>(lines: Line[], url: URL, length?: number) {
  const part = partOf(lines.length, url, length);
  return { ...part, lines: lines.slice(part.from, part.from + part.length) };
}
