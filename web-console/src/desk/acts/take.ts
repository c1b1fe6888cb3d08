import { useMe } from '../../session/me';
import { act } from '../../transport/request';
import { TransferConversation } from './documents';
import { useHeadAct } from './useHeadAct';

/** A supervisor takes a conversation herself. */
export function useTake(conversationId: string): () => void {
  const { member } = useMe();
  const run = useHeadAct(conversationId);
  return () =>
    void run(() => act(TransferConversation, { conversationId, to: { memberId: member.id } }), {
      state: 'ACTIVE',
      assignee: { id: member.id, name: member.name },
      queuePosition: null,
    });
}
