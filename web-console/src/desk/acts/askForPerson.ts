import { act } from '../../transport/request';
import { AskForPerson } from './documents';
import { useHeadAct } from './useHeadAct';

/** From the bot to the queue, or out of the wrap-up back to her who had it. */
export function useAskForPerson(conversationId: string): () => void {
  const run = useHeadAct(conversationId);
  return () => void run(() => act(AskForPerson, { conversationId }));
}
