import { useSyncExternalStore } from 'react';
import { type LinkState, live } from '../../transport/live';
import { InboxEvents } from './documents';
import { connected, EMPTY, happened, type Inbox, settled, without } from './inbox';

type Watched = { inbox: Inbox; link: LinkState };

/** A new connection names all that is in the inbox at once; this is ample time for it. */
const SETTLING = 1_200;

const listeners = new Set<() => void>();
let watched: Watched = { inbox: EMPTY, link: 'connecting' };
let stop: (() => void) | null = null;
let settling: ReturnType<typeof setTimeout> | undefined;

function become(next: Partial<Watched>): void {
  watched = { ...watched, ...next };
  for (const listener of listeners) listener();
}

function watch(): () => void {
  return live({
    document: InboxEvents,
    variables: () => ({}),
    next: ({ inbox }) => {
      if (inbox) become({ inbox: happened(watched.inbox, inbox) });
    },
    state: (link) => {
      clearTimeout(settling);
      if (link === 'online') settling = setTimeout(() => become({ inbox: settled(watched.inbox) }), SETTLING);
      become(link === 'online' ? { link, inbox: connected(watched.inbox) } : { link });
    },
    refused: () => become({ link: 'offline' }),
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  stop ??= watch();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = null;
  };
}

/** The inbox of her who sits here: one connection, however many parts of the console look at it. */
export function useInbox(): Watched {
  return useSyncExternalStore(subscribe, () => watched);
}

/** Takes what she just gave away out of it before the stream says so. */
export function leaveInbox(conversationId: string): void {
  become({ inbox: without(watched.inbox, conversationId) });
}
