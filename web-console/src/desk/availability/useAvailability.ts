import { useMutation } from '@tanstack/react-query';
import { useFaultText } from '../../page/faults';
import { tellFault } from '../../page/tell';
import { askedMe, ME, useMe } from '../../session/me';
import type { EnumOf } from '../../transport/graphql';
import { queries } from '../../transport/queries';
import { act } from '../../transport/request';
import { SetAvailability } from './documents';

export type Status = EnumOf<'AvailabilityStatus'>;
type Wish = { status: Status; reason?: string };

/** Whether she takes conversations. A change shows at once and comes back where the API did not take it. */
export function useAvailability() {
  const { member } = useMe();
  const fault = useFaultText();
  const show = (availability: typeof member.availability) =>
    queries.setQueryData(askedMe.queryKey, (me) =>
      me?.viewer?.__typename === 'Member' ? { ...me, viewer: { ...me.viewer, availability } } : me,
    );

  const change = useMutation({
    mutationFn: (wish: Wish) => act(SetAvailability, wish),
    onMutate: async ({ status, reason }) => {
      await queries.cancelQueries({ queryKey: ME });
      const before = member.availability;
      show({ status, reason: reason ?? null, since: new Date().toISOString() });
      return before;
    },
    onSuccess: ({ availability }) => availability && show(availability),
    onError: (thrown, _, before) => {
      if (before) show(before);
      tellFault(fault.of(thrown));
    },
  });

  return { availability: member.availability, become: (wish: Wish) => change.mutate(wish) };
}
