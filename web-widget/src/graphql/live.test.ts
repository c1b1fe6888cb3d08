import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeServer } from '../fake/server';
import { live } from './live';

let server: FakeServer;
let stop = () => {};
const links: string[] = [];
const heard: unknown[] = [];
const refused = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(1);
  server = new FakeServer();
  server.install();
  server.open();
  links.length = heard.length = 0;
  refused.mockReset();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

function watch(conversationId = 'c1') {
  stop = live({
    query: 'subscription Updates',
    variables: () => ({ conversationId, afterSeq: 0 }),
    access: async () => ({ token: 't', lasts: 3_600_000 }),
    expired: () => {},
    refused,
    next: (data) => heard.push(data),
    link: (link) => links.push(link),
  });
}

/** Answers the stream's request with what is pushed. */
function streaming() {
  const encoder = new TextEncoder();
  let push = (_text: string) => {};
  let asked = 0;
  vi.stubGlobal('fetch', async (_url: string, { signal }: RequestInit) => {
    asked++;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        push = (text) => controller.enqueue(encoder.encode(text));
        signal?.addEventListener('abort', () => controller.error(signal.reason));
      },
    });
    return new Response(body, { status: 200 });
  });
  return { push: (text: string) => push(text), asked: () => asked };
}

describe('a live subscription', () => {
  it('makesLongerPausesWhereTheServerEndsItAgainAndAgain', async () => {
    watch();
    await pass();
    for (let i = 0; i < 30; i++) {
      server.sockets.at(-1)?.cut();
      await pass(1_000);
    }

    // it brought something each time: half a second grows to one, and no further
    expect(server.sockets).toHaveLength(31);
  });

  it('makesPausesUpToHalfAMinuteWhereNothingComes', async () => {
    watch();
    server.reachable = false;
    await pass(10 * 60_000);
    const tries = server.sockets.length;
    await pass(60_000);

    expect(server.sockets.length - tries).toBeLessThanOrEqual(3);
    expect(links.at(-1)).toBe('offline');
  });

  it('triesAtOnceWhenTheNetworkComesBack', async () => {
    server.reachable = false;
    watch();
    await pass(120_000);
    server.reachable = true;

    dispatchEvent(new Event('online'));
    await pass();

    expect(links.at(-1)).toBe('online');
  });

  it('losesASocketThatDoesNotAnswer', async () => {
    watch();
    await pass();
    const [socket] = server.sockets;
    if (socket) socket.send = () => {};

    await pass(40_000);
    expect(links.at(-1)).not.toBe('online');
    await pass(500);

    expect(server.sockets).toHaveLength(2);
    expect(links.at(-1)).toBe('online');
  });

  it('endsWhereItIsRefused', async () => {
    watch('foreign');
    await pass(60_000);

    expect(refused).toHaveBeenCalledOnce();
    expect(server.sockets).toHaveLength(1);
  });

  it('isCarriedByServerSentEventsAfterTwoSocketsThatDidNotOpen', async () => {
    server.socketsOpen = false;
    const stream = streaming();
    watch();
    await pass(500 + 1_000);
    expect(server.sockets).toHaveLength(2);

    // as Spring writes it: no space after the colon, comments between, cut anywhere
    stream.push(':\n\nevent:next\ndata:{"data":');
    stream.push('{"n":1}}\r\n\r\nevent: next\ndata: {"data":{"n":2}}\n\n');
    await pass();

    expect(heard).toEqual([{ n: 1 }, { n: 2 }]);
    expect(links.at(-1)).toBe('online');
    await pass(40_000);
    expect(stream.asked()).toBe(1);
    await pass(10_000);
    expect(stream.asked()).toBe(2);
  });
});
