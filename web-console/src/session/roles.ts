import type { Role } from '../transport/graphql';

/** What each role holds beside itself, as the API has it. */
const HOLDS: Record<Role, readonly Role[]> = {
  OWNER: ['OWNER', 'ADMIN', 'SUPERVISOR', 'AGENT', 'EDITOR', 'ANALYST'],
  ADMIN: ['ADMIN', 'SUPERVISOR', 'AGENT', 'EDITOR', 'ANALYST'],
  SUPERVISOR: ['SUPERVISOR', 'AGENT', 'ANALYST'],
  AGENT: ['AGENT'],
  EDITOR: ['EDITOR'],
  ANALYST: ['ANALYST'],
};

export const ROLES = Object.keys(HOLDS) as readonly Role[];

/** Whether the holder of `own` has one of the roles, or one that includes it. */
export function holdsOneOf(own: readonly Role[], wanted: readonly Role[]): boolean {
  return own.some((role) => HOLDS[role].some((held) => wanted.includes(held)));
}

/** Nobody grants a role beyond her own. */
export function grantable(own: readonly Role[]): readonly Role[] {
  return ROLES.filter((role) => holdsOneOf(own, [role]));
}
