import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Entry, entries } from '../chat/entries';
import type { State } from '../chat/state';
import { current } from '../chat/threads';
import { fill } from '../words/language';
import { useSurroundings } from './context';
import { Greeting } from './Greeting';
import { Icon } from './icons';
import { Line } from './Line';
import { Rating } from './Rating';
import { Waiting } from './Waiting';

const NEAR = 48;

/** Everything that was said, the newest at the bottom and in sight, unless she reads further up. */
export function Log({ state }: { state: State }) {
  const { chat, language } = useSurroundings();
  const { words } = language;
  const [away, setAway] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const before = useRef({ height: 0, first: '' });
  const lines = entries(state.threads, state.outgoing);
  const first = state.threads[0]?.messages[0]?.id ?? '';
  const isMore = state.threads.some((thread) => thread.earlier);
  const conversation = current(state.threads)?.conversation;

  const toEnd = () => {
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
    setAway(false);
  };

  // after each change: what she reads stays where it is
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const grown = box.scrollHeight - before.current.height;
    if (before.current.first && first !== before.current.first) box.scrollTop += grown;
    else if (!away) box.scrollTop = box.scrollHeight;
    before.current = { height: box.scrollHeight, first };
  });

  // what grows by itself, or a keyboard that takes room, does not push the end out of sight
  useEffect(() => {
    const box = scroller.current;
    if (!box || away) return;
    const observer = new ResizeObserver(() => {
      box.scrollTop = box.scrollHeight;
    });
    observer.observe(box);
    if (box.firstElementChild) observer.observe(box.firstElementChild);
    return () => observer.disconnect();
  }, [away]);

  const moved = () => {
    const box = scroller.current;
    if (box) setAway(box.scrollHeight - box.scrollTop - box.clientHeight > NEAR);
  };

  return (
    <main>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div class="log" role="log" aria-label={words.messages} tabIndex={0} ref={scroller} onScroll={moved}>
        <div>
          {isMore && (
            <button type="button" class="more" disabled={state.paging} onClick={chat.earlier}>
              {state.paging ? words.loading : words.earlier}
            </button>
          )}
          <ol>
            {!isMore && <Greeting state={state} />}
            {lines.map((line) => (
              <Line key={line.key} line={line} link={state.link} />
            ))}
            <Waiting state={state} last={last(lines)} />
          </ol>
          {conversation?.state === 'CLOSED' && <Rating key={conversation.id} conversation={conversation} />}
          {conversation?.state === 'QUEUED' && (
            <p class="aside">
              {conversation.queuePosition ? fill(words.inLineNote, conversation.queuePosition) : words.waitingNote}
            </p>
          )}
        </div>
      </div>
      {away && (
        <button type="button" class="newest" aria-label={words.newest} onClick={toEnd}>
          <Icon name="down" />
        </button>
      )}
    </main>
  );
}

function last(lines: readonly Entry[]): Entry | undefined {
  return lines.at(-1);
}
