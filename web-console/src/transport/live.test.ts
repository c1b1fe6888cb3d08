import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TadaDocumentNode } from './graphql';
import { type LinkState, type Live, live } from './live';
import { takeTokensFrom } from './token';

type Data = { seq: number };
type Variables = { afterSeq: number };

/** A server's end of a socket. */
class FakeSocket {
  static readonly OPEN = 1;
  static all: FakeSocket[] = [];
  readyState = 0;
  sent: { type: string; payload?: { variables?: Variables; Authorization?: string } }[] = [];
  onopen = () => {};
  onclose = (_: { code: number }) => {};
  onmessage = (_: { data: string }) => {};

  constructor() {
    FakeSocket.all.push(this);
  }

  send(text: string) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.readyState = 3;
  }

  says(message: object) {
    this.onmessage({ data: JSON.stringify(message) });
  }

  accept() {
    this.readyState = 1;
    this.onopen();
    this.says({ type: 'connection_ack' });
  }

  cut(code = 1006) {
    this.readyState = 3;
    this.onclose({ code });
  }

  get subscribed() {
    return this.sent.find((message) => message.type === 'subscribe')?.payload?.variables;
  }
}

const last = () => FakeSocket.all.at(-1) as FakeSocket;
const document = 'subscription' as unknown as TadaDocumentNode<Data, Variables>;
let end = () => {};

function watch(more: Partial<Live<Data, Variables>> = {}) {
  const seen: number[] = [];
  const states: LinkState[] = [];
  end = live({
    document,
    variables: () => ({ afterSeq: seen.at(-1) ?? 0 }),
    next: ({ seq }) => seen.push(seq),
    state: (state) => states.push(state),
    ...more,
  });
  return { seen, states };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(1);
  vi.stubGlobal('WebSocket', FakeSocket);
  FakeSocket.all = [];
  takeTokensFrom({ current: () => 'first', renewed: () => Promise.resolve('second') });
});

afterEach(() => {
  end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('after a cut it resumes behind the highest seq seen', () => {
  const { seen, states } = watch();
  last().accept();
  expect(last().subscribed).toEqual({ afterSeq: 0 });
  last().says({ type: 'next', payload: { data: { seq: 7 } } });
  last().cut();
  vi.advanceTimersByTime(1_000);
  last().accept();

  expect(last().subscribed).toEqual({ afterSeq: 7 });
  expect(seen).toEqual([7]);
  expect(states).toEqual(['connecting', 'online', 'offline', 'connecting', 'online']);
});

test('pauses double until there was calm, so that a refused subscription does not loop hot', () => {
  watch();
  for (const pause of [1_000, 2_000, 4_000]) {
    last().accept();
    last().cut();
    const before = FakeSocket.all.length;
    vi.advanceTimersByTime(pause - 1);
    expect(FakeSocket.all.length).toBe(before);
    vi.advanceTimersByTime(1);
    expect(FakeSocket.all.length).toBe(before + 1);
  }

  last().accept();
  vi.advanceTimersByTime(5_000);
  last().cut();
  vi.advanceTimersByTime(1_000);
  expect(last().readyState).toBe(0);
});

test('a silent line is asked for a sign of life and given up', () => {
  const { states } = watch();
  last().accept();
  vi.advanceTimersByTime(35_000);
  expect(last().sent.at(-1)).toEqual({ type: 'ping' });
  vi.advanceTimersByTime(5_000);

  expect(states.at(-1)).toBe('offline');
});

test('a token at its end is renewed and the line opened at once', async () => {
  let current = 'first';
  takeTokensFrom({
    current: () => current,
    renewed: () => {
      current = 'second';
      return Promise.resolve(current);
    },
  });
  watch();
  last().accept();
  last().cut(4401);
  await vi.advanceTimersByTimeAsync(0);
  last().onopen();

  expect(FakeSocket.all.length).toBe(2);
  expect(last().sent[0]?.payload?.Authorization).toBe('Bearer second');
});

test('what may never be watched ends, and says why', () => {
  const refused = vi.fn();
  watch({ refused });
  last().accept();
  last().says({ type: 'error', payload: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] });
  vi.advanceTimersByTime(60_000);

  expect(refused).toHaveBeenCalledWith({ kind: 'refused', code: 'FORBIDDEN', message: 'no' });
  expect(FakeSocket.all.length).toBe(1);
});

test('where no socket opens, events come by POST and resume in the same way', async () => {
  const bodies: Variables[] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn((_: string, init: RequestInit) => {
      bodies.push(JSON.parse(String(init.body)).variables);
      return Promise.resolve(
        new Response('event:next\ndata:{"data":{"seq":3}}\n\n: alive\n\nevent: next\ndata: {"data":{"seq":4}}\n\n'),
      );
    }),
  );
  const { seen } = watch();
  last().cut();
  vi.advanceTimersByTime(1_000);
  last().cut();
  await vi.advanceTimersByTimeAsync(2_000);
  await vi.advanceTimersByTimeAsync(4_000);

  expect(FakeSocket.all.length).toBe(2);
  expect(seen.slice(0, 2)).toEqual([3, 4]);
  expect(bodies.slice(0, 2)).toEqual([{ afterSeq: 0 }, { afterSeq: 4 }]);
});

test('back at the window, a line that looks open must answer within three seconds', () => {
  const { states } = watch();
  last().accept();
  window.dispatchEvent(new Event('focus'));
  expect(last().sent.at(-1)).toEqual({ type: 'ping' });
  last().says({ type: 'pong' });
  vi.advanceTimersByTime(3_000);
  expect(states.at(-1)).toBe('online');

  window.dispatchEvent(new Event('focus'));
  vi.advanceTimersByTime(3_000);
  expect(states.at(-1)).toBe('offline');
});
