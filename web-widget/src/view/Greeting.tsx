import { useSurroundings } from './context';
import { From } from './From';

/** The channel's first word; it is shown and never sent. */
export function Greeting() {
  const { channel } = useSurroundings();
  if (!channel.greeting) return null;
  return (
    <li class="theirs opens closes">
      <From sender={channel.bot ? 'BOT' : 'AGENT'} author={null} />
      <p class="bubble" dir="auto">
        {channel.greeting}
      </p>
    </li>
  );
}
