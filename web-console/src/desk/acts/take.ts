import { useWords } from '../../language/language';
import { tellFault } from '../../page/tell';
import { useMe } from '../../session/me';
import { act } from '../../transport/request';
import { useAvailability } from '../availability/useAvailability';
import { TransferConversation } from './documents';
import { useHeadAct } from './useHeadAct';
import { words } from './words';

/** A supervisor takes a conversation herself, for which she must be online. */
export function useTake(conversationId: string): () => void {
  const t = useWords(words);
  const { member } = useMe();
  const { availability } = useAvailability();
  const run = useHeadAct(conversationId);
  return () => {
    if (availability.status !== 'ONLINE') return tellFault(t('takeOffline'));
    void run(() => act(TransferConversation, { conversationId, to: { memberId: member.id } }), {
      state: 'ACTIVE',
      assignee: { id: member.id, name: member.name },
      queuePosition: null,
    });
  };
}
