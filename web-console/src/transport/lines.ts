import { eventsOf } from './events';
import { type Failure, refusal, type WireError } from './failure';
import { ENDPOINT } from './request';
import { tokens } from './token';

export type Operation = { query: string; operationName?: string | null; variables: unknown };

/** Why a line is no more. */
export type Ended =
  | { kind: 'lost' }
  | { kind: 'never-opened' }
  | { kind: 'token-renewed' }
  | { kind: 'refused'; failure: Failure };

export type Ear = { up: () => void; next: (data: unknown) => void; down: (why: Ended) => void };

/** One subscription on one connection. */
export type Line = {
  /** Asks for a sign of life and ends the line where none comes. */
  probe: () => void;
  /** Ends the line without a word to its ear. */
  close: () => void;
};

const SILENCE = 35_000;
const ANSWER = 5_000;
const PROBE = 3_000;
const OPENING = 10_000;
const EVENTS_SILENCE = 45_000;
const TOKEN_OVER = 4401;

type Incoming =
  | { type: 'connection_ack' | 'ping' | 'pong' | 'complete' }
  | { type: 'next'; payload: { data?: unknown; errors?: WireError[] } }
  | { type: 'error'; payload: WireError[] };

/** graphql-transport-ws; a watchdog tells a line that only looks open. */
export function openSocket(operation: Operation, ear: Ear): Line {
  const token = tokens.current();
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${ENDPOINT}`, 'graphql-transport-ws');
  let acknowledged = false;
  let over = false;
  let dog = setTimeout(lose, OPENING);

  const tell = (message: object) => socket.send(JSON.stringify(message));

  function end(why: Ended | null) {
    if (over) return;
    over = true;
    clearTimeout(dog);
    socket.close();
    if (why) ear.down(why);
  }

  function lose() {
    end({ kind: acknowledged ? 'lost' : 'never-opened' });
  }

  function watch(patience: number, then: () => void) {
    clearTimeout(dog);
    dog = setTimeout(then, patience);
  }

  function heard() {
    watch(SILENCE, () => {
      tell({ type: 'ping' });
      watch(ANSWER, lose);
    });
  }

  socket.onopen = () =>
    tell({ type: 'connection_init', payload: token === null ? {} : { Authorization: `Bearer ${token}` } });
  socket.onclose = (event) => {
    if (event.code !== TOKEN_OVER || token === null) return lose();
    if (over) return;
    void tokens
      .renewed(token)
      .then(
        (renewed) => end(renewed === null ? { kind: 'refused', failure: signInAgain } : { kind: 'token-renewed' }),
        lose,
      );
  };
  socket.onmessage = (event) => {
    if (over) return;
    heard();
    const message = JSON.parse(String(event.data)) as Incoming;
    switch (message.type) {
      case 'connection_ack':
        acknowledged = true;
        tell({ id: '1', type: 'subscribe', payload: operation });
        return ear.up();
      case 'next':
        if (message.payload.data) ear.next(message.payload.data);
        return;
      case 'ping':
        return tell({ type: 'pong' });
      case 'error':
        return end(endedBy(message.payload));
      case 'complete':
        return lose();
      case 'pong':
    }
  };

  return {
    probe: () => {
      if (socket.readyState !== WebSocket.OPEN) return lose();
      tell({ type: 'ping' });
      watch(PROBE, lose);
    },
    close: () => end(null),
  };
}

/** Server-sent events by POST, for networks that let no WebSocket through. */
export function openEvents(operation: Operation, ear: Ear): Line {
  const abort = new AbortController();
  const token = tokens.current();
  let over = false;

  function end(why: Ended | null) {
    if (over) return;
    over = true;
    abort.abort();
    if (why) ear.down(why);
  }

  async function listen(): Promise<Ended> {
    const response = await fetch(ENDPOINT, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'text/event-stream',
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(operation),
      signal: abort.signal,
    });
    if (response.status === 401 && token !== null) {
      const renewed = await tokens.renewed(token);
      return renewed === null ? { kind: 'refused', failure: signInAgain } : { kind: 'token-renewed' };
    }
    if (!response.ok || !response.body) return { kind: 'lost' };
    ear.up();
    let dog = setTimeout(() => abort.abort(), EVENTS_SILENCE);
    for await (const event of eventsOf(response.body)) {
      clearTimeout(dog);
      dog = setTimeout(() => abort.abort(), EVENTS_SILENCE);
      if (event.name !== 'next' || over) continue;
      const { data, errors } = JSON.parse(event.data) as { data?: unknown; errors?: WireError[] };
      if (data) ear.next(data);
      else if (errors) return endedBy(errors);
    }
    return { kind: 'lost' };
  }

  listen().then(end, () => end({ kind: 'lost' }));
  return { probe: () => {}, close: () => end(null) };
}

function endedBy(errors: readonly WireError[]): Ended {
  const [first] = errors;
  return first ? { kind: 'refused', failure: refusal(first) } : { kind: 'lost' };
}

const signInAgain: Failure = { kind: 'refused', code: 'UNAUTHENTICATED', message: 'Sign in again.' };
