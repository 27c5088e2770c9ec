import * as trail from '#lib/server/trail/trail.ts';

/** What is told of sign-in and of accounts. */
export type AccessDeed =
  | 'signed in'
  | 'sign-in refused'
  | 'sign-in locked'
  | 'signed out'
  | 'second factor taken up'
  | 'password changed'
  | 'account made'
  | 'role changed'
  | 'account closed'
  | 'account reopened'
  | 'account recovered'
  | 'sessions ended'
  | 'token made'
  | 'token revoked';

/** Adds it to the trail. `by` is an account's name, never what was typed: somebody may type a password there. */
export function tell(
  dir: string,
  what: AccessDeed,
  { by, on = {}, outcome = 200 }: { by: string | null; on?: Record<string, string>; outcome?: number }
): Promise<void> {
  return trail.append(dir, { by, way: 'page', act: 'change', what, on, outcome });
}
