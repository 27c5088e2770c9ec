import { readFileSync } from 'node:fs';
import { isRole, roles, type Role } from '#lib/access/role.ts';

/** The identity provider of the users' organisation, and what it may say of them. */
export interface ProviderSettings {
  issuer: URL;
  clientId: string;
  /** Absent for a client that the provider knows by its address and PKCE alone. */
  clientSecret: string | undefined;
  /** Where the provider sends people back to. */
  returnTo: string;
  scope: string;
  /** The claim that holds somebody's role or groups; absent where managers give roles here. */
  roleClaim: string | undefined;
  /** The claim's value for each role. */
  roleValues: Record<Role, string>;
}

export const returnPath = '/sign-in/provider/return';

/** `manager=group-a,analyst=group-b`; a role that is not named has its own name as value. */
export function roleValuesOf(text: string | undefined): Record<Role, string> {
  const given = (text ?? '').split(',').map((pair) => pair.split(/=(.*)/s));
  const values = given.filter(([role, value]) => isRole(role) && value);
  return Object.fromEntries([...roles.map((role) => [role, role]), ...values]) as Record<Role, string>;
}

export function providerSettings(environment: Record<string, string | undefined>): ProviderSettings {
  const secretFile = environment['PALIER_OIDC_SECRET_FILE'];
  return {
    issuer: new URL(environment['PALIER_OIDC_ISSUER'] ?? ''),
    clientId: environment['PALIER_OIDC_CLIENT'] ?? '',
    clientSecret: secretFile ? readFileSync(secretFile, 'utf8').trim() : undefined,
    returnTo: (environment['PALIER_ORIGIN'] ?? '') + returnPath,
    scope: environment['PALIER_OIDC_SCOPE'] || 'openid profile',
    roleClaim: environment['PALIER_OIDC_ROLE_CLAIM'] || undefined,
    roleValues: roleValuesOf(environment['PALIER_OIDC_ROLES'])
  };
}

/** The highest role that the claim gives; null where it gives none. */
export function roleOfClaim(claim: unknown, values: Record<Role, string>): Role | null {
  const given = (Array.isArray(claim) ? claim : [claim]).map(String);
  return roles.findLast((role) => given.includes(values[role])) ?? null;
}
