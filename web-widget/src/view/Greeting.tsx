import { useSurroundings } from './context';
import { From } from './From';
import { Text } from './Text';

/** The channel's first word, or ours where it has none; it is shown and never sent. */
export function Greeting() {
  const { channel, language } = useSurroundings();
  return (
    <li class="greeting theirs opens closes">
      <From sender={channel.bot ? 'BOT' : 'AGENT'} author={null} />
      <div class="bubble">
        <Text text={channel.greeting || language.words.welcome} />
      </div>
    </li>
  );
}
