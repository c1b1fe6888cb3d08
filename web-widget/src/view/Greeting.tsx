import { useSurroundings } from './context';
import { From } from './From';
import { Text } from './Text';

/** The channel's first word; it is shown and never sent. */
export function Greeting() {
  const { channel } = useSurroundings();
  if (!channel.greeting) return null;
  return (
    <li class="greeting theirs opens closes">
      <From sender={channel.bot ? 'BOT' : 'AGENT'} author={null} />
      <div class="bubble">
        <Text text={channel.greeting} />
      </div>
    </li>
  );
}
