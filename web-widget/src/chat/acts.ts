import { MESSAGE_AGAIN, RATE, RATE_ANSWER, SET_TYPING, TRANSCRIPT } from '../graphql/documents';
import { payload } from '../graphql/request';
import { newId } from './outbox';
import type { Session } from './session';
import type { Chat, State } from './state';
import { changed, current, extended, replaced } from './threads';

/** So often it is said again that she types. */
const TYPING_AGAIN = 3_000;

/** Links of files are read anew so long before they end. */
const AHEAD = 5 * 60_000;

type Acts = Pick<Chat, 'rate' | 'helped' | 'renew' | 'typed' | 'earlier'>;

/** What she can do in a conversation beside writing. */
export function acts(door: Session, state: () => State, set: (patch: Partial<State>) => void): Acts {
  let typedAt = 0;
  return {
    async rate(score, comment) {
      const id = current(state().threads)?.conversation.id;
      if (!id) return false;
      const input = { conversationId: id, score, comment: comment || null, idempotencyKey: newId() };
      const outcome = payload(await door.ask(RATE, { input }));
      if (outcome.kind !== 'done' || !outcome.data.conversation) return false;
      set({ threads: changed(state().threads, outcome.data.conversation) });
      return true;
    },
    async helped(id, yes) {
      const input = { messageId: id, helpful: yes, idempotencyKey: newId() };
      const outcome = payload(await door.ask(RATE_ANSWER, { input }));
      const { message } = outcome.kind === 'done' ? outcome.data : {};
      if (message) set({ threads: replaced(state().threads, message) });
    },
    async renew(message) {
      const files = message.source?.attachments ?? [];
      if (files.every(({ expiresAt }) => Date.parse(expiresAt) - door.now() > AHEAD)) return;
      const thread = state().threads.find(({ messages }) => messages.some(({ id }) => id === message.id));
      if (!thread) return;
      const outcome = await door.ask(MESSAGE_AGAIN, { id: thread.conversation.id, afterSeq: message.seq - 1 });
      const [now] = (outcome.kind === 'done' && outcome.data.conversation?.messages.nodes) || [];
      if (now) set({ threads: replaced(state().threads, now) });
    },
    typed(writing) {
      const conversation = current(state().threads)?.conversation;
      const due = writing ? Date.now() - typedAt > TYPING_AGAIN : typedAt > 0;
      if (conversation?.state !== 'ACTIVE' || !due) return;
      typedAt = writing ? Date.now() : 0;
      door.ask(SET_TYPING, { input: { conversationId: conversation.id, typing: writing } });
    },
    async earlier() {
      const thread = state().threads.find((candidate) => candidate.earlier);
      if (!thread || state().paging) return;
      const { id } = thread.conversation;
      set({ paging: true });
      const outcome = await door.ask(TRANSCRIPT, { id, before: thread.earlier });
      const messages = outcome.kind === 'done' ? outcome.data.conversation?.messages : null;
      const before = messages?.pageInfo.hasPreviousPage ? messages.pageInfo.startCursor : null;
      set({ paging: false, ...(messages && { threads: extended(state().threads, id, messages.nodes, before) }) });
    },
  };
}
