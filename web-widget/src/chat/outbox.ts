import type { Store } from './store';

/** A message that the server has not confirmed. Its id makes a repeated sending harmless. */
export interface Outgoing {
  id: string;
  text: string;
  at: string;
  failed: boolean;
}

/** Kept in storage and read from there, so that two tabs of one visitor share it. */
export interface Outbox {
  all(): Outgoing[];
  /** The oldest that waits to be sent. */
  first(): Outgoing | undefined;
  add(text: string): void;
  remove(id: string): void;
  fail(id: string): void;
  /** It waits again, as the last. */
  retry(id: string): void;
}

export function outbox(store: Store): Outbox {
  const all = (): Outgoing[] => {
    try {
      return JSON.parse(store.get('outbox') ?? '[]') as Outgoing[];
    } catch {
      return [];
    }
  };
  const save = (messages: Outgoing[]) => store.set('outbox', messages.length ? JSON.stringify(messages) : null);
  return {
    all,
    first: () => all().find((message) => !message.failed),
    add: (text) => save([...all(), { id: newId(), text, at: new Date().toISOString(), failed: false }]),
    remove: (id) => save(all().filter((message) => message.id !== id)),
    fail: (id) => save(all().map((message) => (message.id === id ? { ...message, failed: true } : message))),
    retry(id) {
      const again = all().filter((message) => message.id === id);
      save([
        ...all().filter((message) => message.id !== id),
        ...again.map((message) => ({ ...message, failed: false })),
      ]);
    },
  };
}

/** crypto.randomUUID is missing where the customer's page is plain http: a frame in it is no secure context. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
