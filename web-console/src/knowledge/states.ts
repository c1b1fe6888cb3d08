import type { EnumOf } from '../transport/graphql';

export type VersionState = EnumOf<'KnowledgeVersionState'>;

/** On its way from the desk to the bot. */
export const STATES: readonly VersionState[] = ['DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'RETIRED'];

/** Something newer is in the making: nothing else may begin. */
export function isOpen(state: VersionState): boolean {
  return state === 'DRAFT' || state === 'IN_REVIEW' || state === 'APPROVED';
}
