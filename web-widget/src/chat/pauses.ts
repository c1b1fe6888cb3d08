const FIRST = 1_000;
const LONGEST = 30_000;

/** Does a thing again later; each failure makes the pause longer, at random, so that no crowd comes back at once. */
export interface Pauses {
  later(act: () => void, seconds?: number): void;
  /** It went well: the next pause is short again. */
  over(): void;
  cancel(): void;
  /** What waits is done now. */
  hurry(): void;
}

export function pauses(): Pauses {
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: (() => void) | undefined;
  const done = () => {
    const act = waiting;
    waiting = undefined;
    clearTimeout(timer);
    act?.();
  };
  return {
    later(act, seconds = 0) {
      waiting = act;
      clearTimeout(timer);
      timer = setTimeout(done, Math.max(seconds * 1000, Math.random() * Math.min(LONGEST, FIRST * 2 ** failures++)));
    },
    over() {
      failures = 0;
    },
    cancel() {
      failures = 0;
      waiting = undefined;
      clearTimeout(timer);
    },
    hurry: done,
  };
}
