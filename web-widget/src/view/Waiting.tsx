import type { Entry } from '../chat/entries';
import type { State } from '../chat/state';
import { current } from '../chat/threads';
import { fill } from '../words/language';
import { useWords } from './context';

/** Three dots while somebody on the other side writes, or the bot looks for an answer. */
export function Waiting({ state, last }: { state: State; last: Entry | undefined }) {
  const words = useWords();
  const bot = current(state.threads)?.conversation.state === 'BOT';
  const asked = last?.kind === 'message' && last.message.sender === 'CONTACT';
  if (!state.typing && !(bot && asked && state.link === 'online')) return null;
  return (
    <li class="theirs opens closes">
      <p class="bubble dots">
        <span class="hidden">{fill(words.typing, state.typing?.author ?? words.assistant)}</span>
        <i />
        <i />
        <i />
      </p>
    </li>
  );
}
