import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { State } from '../chat/state';
import { current } from '../chat/threads';
import { fill } from '../words/language';
import { useSurroundings } from './context';
import { Icon } from './icons';

/** The server counts code points. */
const LONGEST = 8_000;

/** Where she writes, and the way to a person while the bot is the one who answers. */
export function Composer({ state, field }: { state: State; field: RefObject<HTMLTextAreaElement | null> }) {
  const { chat, channel, language } = useSurroundings();
  const { words } = language;
  const [draft, setDraft] = useState('');
  const [composing, setComposing] = useState(false);
  const now = current(state.threads)?.conversation.state;
  const text = draft.trim();
  const beyond = Array.from(text).length - LONGEST;
  const withBot = channel.bot && (!now || now === 'BOT');
  const over = now === 'CLOSED';

  // biome-ignore lint/correctness/useExhaustiveDependencies: each draft has its height
  useLayoutEffect(() => {
    const box = field.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight}px`;
  }, [draft, field]);

  const send = (event: Event) => {
    event.preventDefault();
    if (!text || beyond > 0) return;
    chat.send(text);
    setDraft('');
    field.current?.focus();
  };

  // Enter that ends a word of an input method sends nothing
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !composing) send(event);
  };

  const wantPerson = () => {
    chat.requestAgent(words.wantPerson);
    field.current?.focus({ preventScroll: true });
  };

  if (state.stage === 'closed') return null;
  return (
    <footer>
      {withBot && (
        <button type="button" class="person" disabled={state.asking === 'asking'} onClick={wantPerson}>
          <Icon name="person" />
          {state.asking === 'no' ? words.person : state.asking === 'asking' ? words.personAsked : words.personFailed}
        </button>
      )}
      <form class="composer" onSubmit={send}>
        <textarea
          ref={field}
          rows={1}
          dir={draft ? 'auto' : undefined}
          aria-label={over ? words.writeAnew : words.write}
          placeholder={over ? words.writeAnew : words.write}
          aria-invalid={beyond > 0}
          enterkeyhint="send"
          value={draft}
          onInput={(event) => {
            setDraft(event.currentTarget.value);
            chat.typed(event.currentTarget.value !== '');
          }}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onKeyDown={pressed}
        />
        <button type="submit" class="send" aria-label={words.send} disabled={!text || beyond > 0}>
          <Icon name="send" />
        </button>
      </form>
      {beyond > 0 && (
        <p class="fault" role="alert">
          {fill(words.tooLong, beyond)}
        </p>
      )}
    </footer>
  );
}
