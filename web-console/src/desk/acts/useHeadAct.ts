import { useFaultText } from '../../page/faults';
import { tellFault } from '../../page/tell';
import { queries } from '../../transport/queries';
import type { Conversation } from '../conversation/conversation';
import type { Head } from '../conversation/documents';
import { askedConversation, changeConversation } from '../conversation/store';

type Answer = { conversation: Head | null };

/**
 * An act that changes how a conversation stands: what it will lead to shows at once, the API's word replaces it, a
 * refusal puts it back and is said in passing.
 */
export function useHeadAct(conversationId: string) {
  const fault = useFaultText();
  const become = (head: Head) => changeConversation(conversationId, (known) => ({ ...known, head }));

  return async (run: () => Promise<Answer>, expected: Partial<Head> = {}): Promise<boolean> => {
    const before = queries.getQueryData<Conversation>(askedConversation(conversationId).queryKey)?.head;
    if (before) become({ ...before, ...expected });
    try {
      const { conversation } = await run();
      if (conversation) become(conversation);
      return true;
    } catch (thrown) {
      if (before) become(before);
      tellFault(fault.of(thrown));
      return false;
    }
  };
}
