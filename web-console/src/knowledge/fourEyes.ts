import { useQuery } from '@tanstack/react-query';
import { useMe } from '../session/me';
import { holdsOneOf } from '../session/roles';
import { askedColleagues, type Version } from './documents';

/** Whether she may approve; where not, whom she can ask. */
export type Approval = { kind: 'open' } | { kind: 'own'; others: readonly string[] };

type Colleague = { id: string; name: string; roles: Parameters<typeof holdsOneOf>[0] };

/** Four-eyes review asks for another pair than the writer's. The API has the last word: it knows every writer of a draft. */
export function approvalOf(
  version: Pick<Version, 'author'>,
  self: string,
  asksFourEyes: boolean,
  colleagues: readonly Colleague[],
): Approval {
  if (!asksFourEyes || version.author?.id !== self) return { kind: 'open' };
  const others = colleagues.filter(({ id, roles }) => id !== self && holdsOneOf(roles, ['EDITOR']));
  return { kind: 'own', others: others.map(({ name }) => name) };
}

export function useApproval(version: Pick<Version, 'author'>): Approval {
  const { member, company } = useMe();
  const colleagues = useQuery({ ...askedColleagues, enabled: company.fourEyesReview }).data?.members?.nodes ?? [];
  return approvalOf(version, member.id, company.fourEyesReview, colleagues);
}
