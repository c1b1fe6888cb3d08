import { useWords } from '../../language/language';
import { useMe } from '../../session/me';
import { useContactName } from '../names';
import { useNow } from '../now';
import { type Conversation, typingNow } from './conversation';
import classes from './TypingLine.module.css';
import { words } from './words';

/** Who types now. */
export function TypingLine({ conversation }: { conversation: Conversation }) {
  const t = useWords(words);
  const nameOf = useContactName();
  const { member } = useMe();
  const now = useNow();
  const typists = typingNow(conversation, now).filter(({ author }) => author !== member.name);
  const names = typists.map(({ sender, author }) =>
    sender === 'CONTACT' ? nameOf(conversation.head.contact) : (author ?? ''),
  );
  return (
    <p className={classes.typing} aria-live="off">
      {names.length > 0 && (
        <>
          <span className={classes.dots} aria-hidden>
            <i />
            <i />
            <i />
          </span>
          {t('typing', { name: names.join(', ') })}
        </>
      )}
    </p>
  );
}
