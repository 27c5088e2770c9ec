const noBreakSpace = '\u00A0';

/**
 * Sets the no-break spaces that French typography asks for: before double punctuation, within guillemets,
 * between a number and its unit, before the number of an article. The texts are written with plain spaces, which can be seen in an editor.
 */
export function setSpaces(text: string): string {
  return text
    .replace(/ (?=[?!:;»%])/g, noBreakSpace)
    .replace(/« /g, `«${noBreakSpace}`)
    .replace(/\b(L\.|articles?|TLS) (?=[L\d])/g, `$1${noBreakSpace}`)
    .replace(/(\d) (?=jours|heures|mars)/g, `$1${noBreakSpace}`);
}
