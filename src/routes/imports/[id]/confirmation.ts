import type { Confirmation } from '#lib/commands/staged-import.ts';
import { authorOf } from '../../author.ts';

/** What the form that confirms says; undefined where a mapping is to be saved without a name. */
export function confirmationOf(form: FormData): Confirmation | undefined {
  const names = new Map<number, string>();
  for (const [field] of form) {
    const shape = /^save-(\d{1,4})$/.exec(field)?.[1];
    if (shape !== undefined) names.set(Number(shape), String(form.get(`name-${shape}`) ?? '').trim());
  }
  if ([...names.values()].includes('')) return undefined;
  const by = authorOf(String(form.get('by') ?? ''));
  return { token: String(form.get('token')), partial: form.get('partial') === 'yes', by, names };
}
