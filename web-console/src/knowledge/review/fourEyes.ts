import { useQuery } from '@tanstack/react-query';
import { useMe } from '../../session/me';
import { holdsOneOf } from '../../session/roles';
import { Declined } from '../../transport/failure';
import { askedColleagues, type Version } from '../documents';

/** Whether she may approve; where not, whom she can ask. */
export type Approval = { kind: 'open' } | { kind: 'own'; others: readonly string[] };

type Colleague = { id: string; name: string; roles: Parameters<typeof holdsOneOf>[0] };

/**
 * Four-eyes review asks for another pair than the writers'. The author is known here; who only changed a word is known to
 * the API, which then refuses.
 */
export function approvalOf(
  isWriter: boolean,
  self: string,
  asksFourEyes: boolean,
  colleagues: readonly Colleague[],
): Approval {
  if (!asksFourEyes || !isWriter) return { kind: 'open' };
  const others = colleagues.filter(({ id, roles }) => id !== self && holdsOneOf(roles, ['EDITOR']));
  return { kind: 'own', others: others.map(({ name }) => name) };
}

export function isRefusedToWriter(thrown: unknown): boolean {
  return (
    thrown instanceof Declined &&
    thrown.errors.some(({ code, field }) => code === 'NOT_ALLOWED_NOW' && field?.includes('version'))
  );
}

export function useApproval(version: Pick<Version, 'author'>, wasRefused: boolean): Approval {
  const { member, company } = useMe();
  const colleagues = useQuery({ ...askedColleagues, enabled: company.fourEyesReview }).data?.members?.nodes ?? [];
  return approvalOf(wasRefused || version.author?.id === member.id, member.id, company.fourEyesReview, colleagues);
}
