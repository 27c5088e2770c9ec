/** A form's text field without blanks around it; blank where the form lacks it. */
export function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** The field of one line, as typed; undefined where the form lacks it. */
export function lineField(form: FormData, field: string, key: string): string | undefined {
  const value = form.get(`${field}.${key}`);
  return typeof value === 'string' ? value : undefined;
}
