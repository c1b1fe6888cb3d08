import type { Failure } from './failure';
import type { TadaDocumentNode } from './graphql';
import { type Ended, type Line, openEvents, openSocket } from './lines';

/** How a subscription stands. */
export type LinkState = 'connecting' | 'online' | 'offline';

export type Live<R, V> = {
  document: TadaDocumentNode<R, V>;
  /** Read afresh at each connect: with the highest seq seen so far in it, nothing is missed and nothing comes twice. */
  variables: () => V;
  next: (data: R) => void;
  state?: (state: LinkState) => void;
  /** The API will not let her watch this, now or later; the subscription has ended. */
  refused?: (failure: Failure) => void;
};

const LONGEST_PAUSE = 30_000;
const FIRST_PAUSE = 1_000;
const CALM = 5_000;
const SOCKETS_TRIED = 2;

/**
 * A subscription kept open for ever: over a WebSocket, or by server-sent events where two sockets in a row never opened.
 * Returns what ends it.
 */
export function live<R, V>(wanted: Live<R, V>): () => void {
  let line: Line | null = null;
  let ended = false;
  let isUp = false;
  let tries = 0;
  let deadSockets = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let calm: ReturnType<typeof setTimeout> | undefined;

  function connect() {
    if (ended) return;
    wanted.state?.('connecting');
    const bySocket = deadSockets < SOCKETS_TRIED;
    const open = bySocket ? openSocket : openEvents;
    line = open(
      { query: wanted.document as unknown as string, variables: wanted.variables() },
      { up: () => up(bySocket), next, down },
    );
  }

  function up(bySocket: boolean) {
    isUp = true;
    if (bySocket) deadSockets = 0;
    // only calm forgets the failures: a subscription that is refused at once must not loop hot
    calm = setTimeout(() => {
      tries = 0;
    }, CALM);
    wanted.state?.('online');
  }

  function next(data: unknown) {
    if (!ended) wanted.next(data as R);
  }

  function down(why: Ended) {
    clearTimeout(calm);
    line = null;
    if (ended) return;
    if (why.kind === 'refused' && isFinal(why.failure)) {
      finish();
      wanted.refused?.(why.failure);
      return;
    }
    if (why.kind === 'never-opened') deadSockets++;
    isUp = false;
    wanted.state?.('offline');
    const atOnce = why.kind === 'token-renewed' && tries === 0;
    pause = setTimeout(connect, atOnce ? 0 : Math.random() * pauseAfter(tries));
    tries++;
  }

  /** Back from standby, another tab or a dead network: a line that looks open must answer, a closed one is opened now. */
  function wake() {
    if (document.visibilityState === 'hidden') return;
    if (isUp) line?.probe();
    else if (line === null) {
      clearTimeout(pause);
      tries = 0;
      connect();
    }
  }

  function lost() {
    line?.close();
    line = null;
    down({ kind: 'lost' });
  }

  function finish() {
    ended = true;
    clearTimeout(pause);
    clearTimeout(calm);
    line?.close();
    line = null;
    for (const [target, name, listener] of wakers) target.removeEventListener(name, listener);
  }

  const wakers: readonly [EventTarget, string, () => void][] = [
    [window, 'online', wake],
    [window, 'pageshow', wake],
    [window, 'focus', wake],
    [document, 'visibilitychange', wake],
    [window, 'offline', lost],
  ];
  for (const [target, name, listener] of wakers) target.addEventListener(name, listener);
  connect();
  return finish;
}

function pauseAfter(tries: number): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tries);
}

function isFinal(failure: Failure): boolean {
  return (
    failure.kind === 'refused' &&
    ['FORBIDDEN', 'NOT_FOUND', 'BAD_REQUEST', 'TOO_COMPLEX', 'UNAUTHENTICATED'].includes(failure.code)
  );
}
