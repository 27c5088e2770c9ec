import { getRequestEvent } from '$app/server';
import { authorName } from '#lib/commands/command.ts';

/** Under which name the history keeps what is done now: whoever signed in, else the name as typed. */
export function authorOf(typed: string | undefined): string | undefined {
  return getRequestEvent().locals.who?.name ?? authorName(typed);
}
