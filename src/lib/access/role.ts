/** What somebody may do, each with what the one before may. `docs/configuration.md` says it in words. */
export const roles = ['reader', 'analyst', 'manager'] as const;

export type Role = (typeof roles)[number];

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}

/** Whether `role` may what `needed` may. */
export function isAtLeast(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

/** The lesser of two roles. */
export function lesser(one: Role, other: Role): Role {
  return isAtLeast(one, other) ? other : one;
}
