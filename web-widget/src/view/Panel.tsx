import { useEffect, useRef, useState } from 'preact/hooks';
import type { State } from '../chat/state';
import { current } from '../chat/threads';
import { Composer } from './Composer';
import { Surround, type Surroundings } from './context';
import { Header } from './Header';
import { Icon } from './icons';
import { Log } from './Log';

/** The chat as she sees it. */
export function Panel({ around, visible }: { around: Surroundings; visible: boolean }) {
  const { chat, language } = around;
  const [state, show] = useState<State>(chat.state());
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    show(chat.state());
    return chat.watch(() => show(chat.state()));
  }, [chat]);

  useEffect(() => {
    if (!visible) return;
    // on a touch screen the keyboard would cover half of what she came to read
    const target = matchMedia('(pointer: coarse)').matches ? document.querySelector('h1') : field.current;
    target?.focus({ preventScroll: true });
  }, [visible]);

  const conversation = current(state.threads)?.conversation;
  return (
    <Surround value={around}>
      <Header conversation={conversation} />
      <div class="news" role="status">
        {state.link === 'offline' && state.stage !== 'closed' && <Notice text={language.words.offline} />}
        {state.stage === 'closed' && <Notice text={language.words.unavailable} />}
      </div>
      <Log state={state} />
      <Composer state={state} field={field} />
    </Surround>
  );
}

function Notice({ text }: { text: string }) {
  return (
    <p class="notice">
      <Icon name="alert" />
      {text}
    </p>
  );
}
