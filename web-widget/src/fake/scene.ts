import { afterEach, beforeEach, vi } from 'vitest';
import { FakeServer } from './server';
import { memory, visitor } from './visitor';

/** The server of the running test. */
export let server: FakeServer;

/** Each test of the file has a server of its own, and moves the clock by itself. */
export function setScene() {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(Math, 'random').mockReturnValue(1);
    server = new FakeServer();
    server.install();
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
}

export const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

export async function opened(store = memory()) {
  const she = visitor(store);
  she.begin();
  await pass();
  return she;
}

/** She is in a conversation that has begun with a question. */
export async function inConversation(store = memory()) {
  const she = await opened(store);
  she.send('one');
  await pass();
  const [conversation] = server.conversations;
  if (!conversation) throw new Error('no conversation');
  return { she, conversation };
}
