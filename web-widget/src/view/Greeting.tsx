import type { State } from '../chat/state';
import { current } from '../chat/threads';
import type { QuickButton } from '../panel/page';
import { nearest } from '../words/language';
import { useSurroundings } from './context';
import { From } from './From';
import { Text } from './Text';

/** The channel's first words, or ours where it has none, and what she can ask by one click; shown and never sent. */
export function Greeting({ state }: { state: State }) {
  const { channel, language } = useSurroundings();
  const { look } = channel;
  const said = look && nearest(look.greetings, language.locale);
  const turn = current(state.threads)?.conversation.state ?? 'CLOSED';
  const open = turn === 'BOT' || turn === 'CLOSED';
  return (
    <li class="greeting theirs opens closes">
      <From sender={channel.bot ? 'BOT' : 'AGENT'} author={null} />
      <div class="bubble">
        <Text text={said?.text || channel.greeting || language.words.welcome} />
      </div>
      {look && look.buttons.length > 0 && (
        <ul class="choices" aria-label={language.words.choose}>
          {look.buttons.map((button, at) => (
            <li key={at}>
              <Quick button={button} open={open} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Quick({ button, open }: { button: QuickButton; open: boolean }) {
  const { chat, language } = useSurroundings();
  const wording = nearest(button.wordings, language.locale);
  if (!wording) return null;
  const { label, question } = wording;
  const click = () => (button.person ? chat.requestAgent(language.words.wantPerson) : chat.send(question || label));
  return (
    <button type="button" dir="auto" disabled={!open} onClick={click}>
      {label}
    </button>
  );
}
