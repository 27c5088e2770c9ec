/** Whether a spreadsheet would run a text as a formula. */
export function startsFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text);
}
