/** One line of JSON on standard error for each event. No answer, name or address of a person goes into a log. */
export function log(event: string, fields: Record<string, string | number | boolean | null>): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...fields })}\n`);
}
