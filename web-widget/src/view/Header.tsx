import type { ConversationParts } from '../graphql/documents';
import { textOn } from '../panel/colour';
import { fill } from '../words/language';
import { useSurroundings } from './context';
import { Icon } from './icons';

/** Whom she talks with, and how that stands. */
export function Header({ conversation }: { conversation: ConversationParts | undefined }) {
  const { channel, language, close } = useSurroundings();
  const { words } = language;
  const agent = conversation?.state === 'ACTIVE' ? conversation.assignee?.name : undefined;
  return (
    <header>
      <span class="portrait" aria-hidden="true" style={agent ? undefined : painted(channel.look?.colour)}>
        {(!agent && channel.look?.initials) || Array.from(agent ?? channel.company)[0]}
      </span>
      <div class="who">
        <h1 tabIndex={-1} dir="auto">
          {agent ?? channel.company}
        </h1>
        <p role="status">{status()}</p>
      </div>
      <button type="button" class="quiet" aria-label={words.close} onClick={close}>
        <Icon name="down" />
      </button>
    </header>
  );

  function status(): string {
    if (agent) return channel.company;
    if (conversation?.state === 'QUEUED') {
      return conversation.queuePosition ? fill(words.inLine, conversation.queuePosition) : words.waiting;
    }
    return channel.bot ? words.answersAtOnce : words.answersSoon;
  }
}

/** A colour with text that reads on it. */
function painted(background: string | null | undefined) {
  const color = background && textOn(background);
  return color ? { background, color } : undefined;
}
