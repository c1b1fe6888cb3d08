import { socket } from './socket';
import { stream } from './stream';
import type { Connection, End } from './transport';

export type Link = 'connecting' | 'online' | 'offline';

export interface Access {
  token: string;
  /** Milliseconds from now in which a connection with it should be made anew. */
  lasts: number;
}

export interface Subscription {
  query: string;
  /** Read afresh at each connection: that is how a stream resumes. */
  variables(): unknown;
  access(): Promise<Access | null>;
  /** The token that access() gave is no longer good. */
  expired(): void;
  /** What is watched is not there for her, for good. */
  refused(): void;
  next(data: unknown): void;
  link(link: Link): void;
}

const SOCKETS_BEFORE_STREAM = 2;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
const CALM = 5_000;

/**
 * One subscription that is kept open until stopped, over a WebSocket, or server-sent events where sockets do not open.
 * Pauses grow with each failure, at random, and shrink only after some calm: what is ended again and again by the server
 * must not become a hot loop.
 */
export function live(subscription: Subscription): () => void {
  let failures = 0;
  let unopened = 0;
  let round = 0;
  let up = false;
  let connection: Connection | undefined;
  let next: ReturnType<typeof setTimeout> | undefined;
  let calm: ReturnType<typeof setTimeout> | undefined;

  const leave = () => {
    round++;
    up = false;
    clearTimeout(next);
    clearTimeout(calm);
    connection?.close();
    connection = undefined;
  };

  const later = () => {
    leave();
    subscription.link(failures > 1 || !navigator.onLine ? 'offline' : 'connecting');
    next = setTimeout(connect, Math.random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures++));
  };

  const down = (end: End, way: typeof socket) => {
    if (end === 'refused') {
      leave();
      return subscription.refused();
    }
    if (end === 'expired') subscription.expired();
    if (way === socket) unopened = end === 'unopened' ? unopened + 1 : 0;
    else if (end === 'unopened') unopened = 0;
    later();
  };

  const connect = async () => {
    leave();
    const mine = round;
    const access = await subscription.access();
    if (mine !== round) return;
    if (!access) return later();
    const way = unopened < SOCKETS_BEFORE_STREAM ? socket : stream;
    connection = way({ query: subscription.query, variables: subscription.variables() }, access.token, {
      up() {
        if (mine !== round) return;
        up = true;
        calm = setTimeout(() => {
          failures = 0;
        }, CALM);
        subscription.link('online');
      },
      next(data) {
        if (mine !== round) return;
        failures = Math.min(failures, 1);
        subscription.next(data);
      },
      down: (end) => mine === round && down(end, way),
    });
    next = setTimeout(connect, access.lasts);
  };

  /** Back from standby, from another tab or a dead network: what looks open must prove it, the rest is made at once. */
  const wake = () => {
    if (document.visibilityState === 'hidden') return;
    if (up) return connection?.probe();
    failures = 0;
    connect();
  };

  addEventListener('online', wake);
  addEventListener('pageshow', wake);
  addEventListener('focus', wake);
  document.addEventListener('visibilitychange', wake);
  addEventListener('offline', later);
  connect();

  return () => {
    leave();
    removeEventListener('online', wake);
    removeEventListener('pageshow', wake);
    removeEventListener('focus', wake);
    document.removeEventListener('visibilitychange', wake);
    removeEventListener('offline', later);
  };
}
