import { queryOptions, useQuery } from '@tanstack/react-query';
import { Failed } from '../../transport/failure';
import { queries, useLive } from '../../transport/queries';
import { request } from '../../transport/request';
import { type Conversation, type Outgoing, opened, updated } from './conversation';
import { ConversationUpdates, OpenConversation } from './documents';
import { deliverTo, type Outbox, outbox } from './outbox';

const KEPT = 30 * 60_000;
const outboxes = new Map<string, Outbox>();

const key = (id: string) => ['conversation', id] as const;

/** Asked once; from then on the stream keeps it right, so that coming back to it shows it at once. */
export function askedConversation(id: string) {
  return queryOptions({
    queryKey: key(id),
    queryFn: async ({ signal }): Promise<Conversation> => {
      const { conversation } = await request(OpenConversation, { id }, signal);
      if (!conversation) throw new Failed({ kind: 'refused', code: 'NOT_FOUND', message: 'no such conversation' });
      return opened(conversation);
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT,
  });
}

export function changeConversation(id: string, step: (conversation: Conversation) => Conversation): void {
  queries.setQueryData<Conversation>(key(id), (conversation) => conversation && step(conversation));
}

/** One conversation, live from where it was left. */
export function useConversation(id: string) {
  const query = useQuery(askedConversation(id));
  const link = useLive(query.data ? id : null, ConversationUpdates, {
    variables: () => ({ id, afterSeq: queries.getQueryData<Conversation>(key(id))?.seen ?? 0 }),
    next: ({ conversationUpdates }) => {
      if (conversationUpdates) changeConversation(id, (conversation) => updated(conversation, conversationUpdates));
    },
  });
  return { query, link };
}

export function send(conversationId: string, outgoing: Outgoing): void {
  const box = outboxes.get(conversationId) ?? newOutbox(conversationId);
  void box.send(outgoing);
}

/** Whoever leaves the page while something of hers is not sent is asked first. */
window.addEventListener('beforeunload', (event) => {
  const known = queries.getQueriesData<Conversation>({ queryKey: ['conversation'] });
  if (known.some(([, conversation]) => conversation && conversation.outgoing.length > 0)) event.preventDefault();
});

function newOutbox(conversationId: string): Outbox {
  const box = outbox({
    change: (step) => changeConversation(conversationId, step),
    deliver: (outgoing) => deliverTo(conversationId, outgoing),
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
  outboxes.set(conversationId, box);
  return box;
}
