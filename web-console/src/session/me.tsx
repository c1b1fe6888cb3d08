import { useSuspenseQuery } from '@tanstack/react-query';
import { Failed } from '../transport/failure';
import { graphql, type ResultOf, type Role } from '../transport/graphql';
import { asked } from '../transport/queries';
import { holdsOneOf } from './roles';

const Me = graphql(`
  query Me {
    viewer {
      __typename
      ... on Member { id name email roles availability { status reason since } }
    }
    company { id name slug locale timeZone fourEyesReview createdAt }
  }
`);

type Answer = ResultOf<typeof Me>;
export type Member = Extract<Answer['viewer'], { __typename: 'Member' }>;
export type Company = NonNullable<Answer['company']>;

export const ME = ['me'] as const;
export const askedMe = asked(ME, Me, {});

/** The member who sits here, and her company. */
export function useMe(): { member: Member; company: Company; may: (...roles: readonly Role[]) => boolean } {
  const { data } = useSuspenseQuery(askedMe);
  const { viewer, company } = data;
  if (viewer?.__typename !== 'Member' || !company) {
    throw new Failed({ kind: 'refused', code: 'UNAUTHENTICATED', message: 'Sign in again.' });
  }
  return { member: viewer, company, may: (...roles) => holdsOneOf(viewer.roles, roles) };
}
