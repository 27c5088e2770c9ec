/** What is ticked or picked from a list; the band edges are typed piece by piece and wait for their button. */
function isChoice({ type, list }: HTMLInputElement): boolean {
  return type !== 'text' || list !== null;
}

/** With scripts a choice takes effect at once; without, the button in the picker sends the form. */
export function submitChoice({ target }: Event): void {
  if (target instanceof HTMLInputElement && isChoice(target)) target.form?.requestSubmit();
}

/** Empties the fields that add to what is chosen, once what was typed in them is. */
export function clearAdded(form: HTMLElement): void {
  for (const field of form.querySelectorAll<HTMLInputElement>('input[name^="add."]')) field.value = '';
}

/** The options, with those that an address chooses and the campaign doesn't have: a form would lose them else. */
export function withChosen(options: readonly string[], chosen: readonly string[]): string[] {
  return [...new Set([...options, ...chosen])];
}
