/** The page that an address asks for by `page`, from 1; the first where it asks for none that could be. */
export function askedPage({ searchParams }: URL): number {
  const asked = Number(searchParams.get('page') ?? 1);
  return Number.isSafeInteger(asked) ? Math.max(asked, 1) : 1;
}

/** The part of a long list that an address asks for; the last where it asks for one beyond. */
export function pageOf<Line>(lines: Line[], url: URL, length = 100) {
  const pages = Math.max(1, Math.ceil(lines.length / length));
  const page = Math.min(askedPage(url), pages);
  const from = (page - 1) * length;
  return { lines: lines.slice(from, from + length), page, pages, from, total: lines.length };
}
