import { chat } from '../chat/chat';
import type { Store, Word } from '../chat/store';
import { current } from '../chat/threads';
import type { Page } from '../panel/page';

/** A store in memory that outlives the chat, as the browser's does. */
export function memory(words: Partial<Record<Word, string>> = {}): Store {
  const kept = new Map(Object.entries(words));
  return {
    get: (word) => kept.get(word) ?? null,
    set: (word, value) => void (value === null ? kept.delete(word) : kept.set(word, value)),
    clear: () => kept.clear(),
    watch: () => () => {},
  };
}

export const PAGE: Page = {
  channel: { key: 'key', company: 'Tea House', channel: 'Shop', greeting: null, bot: true, origins: [], look: null },
  ticket: async () => 'ticket',
  spent: () => {},
};

/** A chat with what a test asks of it. */
export function visitor(store: Store = memory(), page: Page = PAGE) {
  const it = chat(page, store, () => 'en');
  return {
    ...it,
    texts: () => it.state().threads.flatMap((thread) => thread.messages.map((message) => message.text)),
    outgoing: () => it.state().outgoing.map((message) => `${message.text}${message.failed ? ' failed' : ''}`),
    conversation: () => current(it.state().threads)?.conversation,
  };
}
