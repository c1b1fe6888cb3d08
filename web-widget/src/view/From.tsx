import type { Message } from '../graphql/documents';
import { useSurroundings } from './context';

/** Who wrote; what the bot wrote is marked. */
export function From({ sender, author }: { sender: Message['sender']; author: string | null }) {
  const { channel, language } = useSurroundings();
  const { words } = language;
  if (sender === 'CONTACT') return <span class="hidden">{words.you}: </span>;
  const bot = sender === 'BOT';
  return (
    <p class="from">
      {bot ? channel.look?.name || words.assistant : author || words.team}
      {bot && (
        <>
          {' '}
          <abbr title={words.aiLong}>{words.ai}</abbr>
        </>
      )}
      <span class="hidden">: </span>
    </p>
  );
}
