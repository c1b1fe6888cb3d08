import { type ConversationParts, type Message, REQUEST_AGENT, SEND, TRANSCRIPT } from '../graphql/documents';
import { payload } from '../graphql/request';
import type { Page } from '../panel/page';
import { acts } from './acts';
import { feed } from './feed';
import { newId, outbox } from './outbox';
import { pauses } from './pauses';
import { session } from './session';
import { type Chat, START, type State, seenSoFar, unseen } from './state';
import type { Store } from './store';
import { changed, current, extended, lastSeq, received } from './threads';

/** A word about typing holds no longer than this, whatever it says. */
const LONGEST_TYPING = 6_000;
/** The server tells its time in whole seconds. */
const CLOCKS_DIFFER = 1_000;

/** Talks with the server as one visitor, or as one after the other. */
export function chat(page: Page, store: Store, locale: () => string): Chat {
  const waiting = outbox(store);
  const watchers = new Set<() => void>();
  const starts = pauses();
  const sendings = pauses();
  let state: State = { ...START, outgoing: waiting.all() };
  let visible = false;
  let sending = false;
  let wantsAgent = false;
  /** Grows when she becomes somebody else: what was asked before is not for her. */
  let person = 0;
  let typingEnds: ReturnType<typeof setTimeout> | undefined;

  const set = (patch: Partial<State>) => {
    state = { ...state, ...patch };
    for (const watcher of watchers) watcher();
  };

  const door = session({
    page,
    store,
    locale,
    tell: (inside) => set({ stage: inside ? (state.stage === 'closed' ? 'open' : state.stage) : 'closed' }),
  });

  const stream = feed(door, {
    message: (conversation, message) => arrived(conversation, [message]),
    conversation: (conversation) => became(conversation),
    typing(author, until) {
      const lasts = Date.parse(until) - door.now();
      types(lasts > CLOCKS_DIFFER ? { author } : null, Math.min(lasts, LONGEST_TYPING));
    },
    link(link) {
      set({ link });
      if (link === 'online') flush();
    },
    gone: () => store.set('conversation', null),
  });

  const types = (typing: State['typing'], lasts = 0) => {
    clearTimeout(typingEnds);
    set({ typing });
    if (typing) typingEnds = setTimeout(() => set({ typing: null }), lasts);
  };

  const mark = () => {
    if (visible) store.set('seen', seenSoFar(state.threads));
    set({ unread: unseen(state.threads, store.get('seen')) });
  };

  const arrived = (conversation: string, messages: readonly Message[]) => {
    for (const { clientMessageId } of messages) if (clientMessageId) waiting.remove(clientMessageId);
    set({ threads: received(state.threads, conversation, messages), outgoing: waiting.all() });
    if (messages.some((message) => message.sender !== 'CONTACT')) types(null);
    mark();
  };

  const isKnown = (id: string) => state.threads.some((thread) => thread.conversation.id === id);

  const became = (conversation: ConversationParts) => {
    const fresh = !isKnown(conversation.id);
    set({ threads: changed(state.threads, conversation) });
    if (conversation.state !== 'BOT') set({ asking: 'no' });
    if (conversation.state === 'CLOSED') stream.stop();
    else if (fresh) stream.follow(conversation.id, 0);
    if (fresh) store.set('conversation', conversation.id);
  };

  /** Reads the conversation that she left open, or the last one, whose end she may not have seen. */
  const resume = async (id: string) => {
    const mine = person;
    const outcome = await door.ask(TRANSCRIPT, { id, before: null });
    if (mine !== person) return;
    if (outcome.kind === 'later') {
      starts.later(() => resume(id), outcome.seconds);
      return set({ link: 'offline' });
    }
    const conversation = outcome.kind === 'done' ? outcome.data.conversation : null;
    store.set('conversation', conversation ? id : null);
    set({ stage: 'open', link: 'online' });
    if (conversation) {
      const { nodes, pageInfo } = conversation.messages;
      const before = pageInfo.hasPreviousPage ? pageInfo.startCursor : null;
      set({ threads: extended(changed(state.threads, conversation), id, nodes, before) });
      arrived(id, nodes);
      if (conversation.state !== 'CLOSED') stream.follow(id, lastSeq(nodes));
    }
    flush();
  };

  const start = async () => {
    const mine = person;
    set({ stage: 'starting' });
    const outcome = await door.access();
    if (mine !== person) return;
    if (outcome.kind !== 'done') {
      starts.later(start, outcome.kind === 'later' ? outcome.seconds : 0);
      return set({ link: 'offline' });
    }
    starts.over();
    const id = door.open() ?? store.get('conversation');
    if (id) return resume(id);
    set({ stage: 'open', link: 'online' });
    flush();
  };

  /** Strictly in order: the next goes when the one before it is confirmed. */
  const flush = async () => {
    if (sending || state.stage !== 'open') return;
    sending = true;
    sendings.cancel();
    const mine = person;
    for (let next = waiting.first(); next; next = waiting.first()) {
      const outcome = payload(await door.ask(SEND, { input: { clientMessageId: next.id, text: next.text } }));
      if (mine !== person) return;
      if (outcome.kind === 'later') {
        sendings.later(flush, outcome.seconds);
        if (!outcome.seconds) set({ link: 'offline' });
        break;
      }
      const { message, conversation } = outcome.kind === 'done' ? outcome.data : {};
      if (message && conversation) {
        // of one that is known the stream tells, which no answer may overtake
        if (!isKnown(conversation.id)) became(conversation);
        arrived(conversation.id, [message]);
      } else waiting.fail(next.id);
      set({ outgoing: waiting.all(), link: 'online' });
    }
    sending = false;
    if (wantsAgent) ask();
  };

  const ask = async () => {
    const thread = current(state.threads);
    if (waiting.first() || !thread || thread.conversation.state === 'CLOSED') return;
    wantsAgent = false;
    if (thread.conversation.state !== 'BOT') return set({ asking: 'no' });
    const mine = person;
    const input = { conversationId: thread.conversation.id, idempotencyKey: newId() };
    const outcome = payload(await door.ask(REQUEST_AGENT, { input }));
    if (mine !== person) return;
    const { conversation } = outcome.kind === 'done' ? outcome.data : {};
    if (!conversation) set({ asking: 'failed' });
    else if (current(state.threads)?.conversation.state === 'BOT') became(conversation);
  };

  const changedOutbox = () => set({ outgoing: waiting.all() });

  /** She is somebody else from now on, who has said nothing yet. */
  const leave = () => {
    person++;
    starts.cancel();
    sendings.cancel();
    stream.stop();
    sending = wantsAgent = false;
    store.set('conversation', null);
    store.set('seen', null);
    set({ ...START, outgoing: waiting.all() });
  };

  const send = (text: string) => {
    waiting.add(text);
    changedOutbox();
    flush();
  };

  store.watch((word) => {
    if (word === 'outbox') changedOutbox();
    const id = store.get('conversation');
    if (word === 'conversation' && id && !isKnown(id) && state.stage === 'open') resume(id);
  });
  addEventListener('online', () => {
    starts.hurry();
    sendings.hurry();
  });

  return {
    state: () => state,
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    begin() {
      if (state.stage === 'idle') start();
    },
    show(now) {
      visible = now;
      mark();
    },
    send,
    retry(id) {
      waiting.retry(id);
      changedOutbox();
      flush();
    },
    discard(id) {
      waiting.remove(id);
      changedOutbox();
    },
    requestAgent(words) {
      wantsAgent = true;
      set({ asking: 'asking' });
      const now = current(state.threads)?.conversation.state ?? 'CLOSED';
      if (now === 'CLOSED' && !waiting.first()) send(words);
      else ask();
    },
    ...acts(door, () => state, set),
    async identify(jwt) {
      const outcome = await door.identify(jwt);
      if (outcome.kind !== 'done') return outcome.kind === 'refused' ? outcome.code : 'SUPERSEDED';
      leave();
      start();
      return null;
    },
    reset() {
      const began = state.stage !== 'idle';
      store.clear();
      door.forget();
      leave();
      if (began && visible) start();
    },
  };
}
