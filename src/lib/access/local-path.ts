/** An address of this application to go on to; `/` for anything that would lead elsewhere. */
export function localPath(given: string | null | undefined): string {
  const base = 'http://palier.invalid';
  // a browser takes a backslash for a slash, and leaves out tabs and line breaks
  if (!given || !/^\/(?![/\\])[^\\\s]*$/.test(given) || !URL.canParse(given, base)) return '/';
  const { origin, pathname, search } = new URL(given, base);
  return origin === base && !pathname.startsWith('//') ? pathname + search : '/';
}
