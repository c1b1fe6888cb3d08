import { Link } from '@tanstack/react-router';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { line } from '../../markdown/line';
import { useMe } from '../../session/me';
import { queries } from '../../transport/queries';
import { askedConversation } from '../conversation/store';
import { useContactName } from '../names';
import { clockFace, useNow } from '../now';
import { StateBadge } from '../StateBadge';
import { words as deskWords } from '../words';
import classes from './ConversationRow.module.css';
import type { Item } from './documents';
import { unread, waitingSince } from './inbox';
import { useReading } from './reading';
import { words } from './words';

const LONG_WAIT = 3 * 60_000;
const SHOWN = 160;
/** Of a message, looked at for its first words: marks take room. */
const LONGEST = 400;

/** A conversation in a list: who, what was said last, and how long she waits. */
export function ConversationRow({ item, withState = false }: { item: Item; withState?: boolean }) {
  const t = useWords(words);
  const format = useFormat();
  const nameOf = useContactName();
  const readUpTo = useReading();
  const { member } = useMe();
  const mine = item.assignee?.id === member.id;
  const count = mine && item.state !== 'CLOSED' ? unread(item, readUpTo(item.id)) : 0;
  const waits = waitingSince(item);
  const ahead = () => void queries.prefetchQuery(askedConversation(item.id));
  const lastAt = item.messages.nodes.at(-1)?.sentAt ?? item.startedAt;

  return (
    <Link
      to="/desk/$conversationId"
      params={{ conversationId: item.id }}
      search={true}
      className={classes.row}
      activeProps={{ 'aria-current': 'page' }}
      activeOptions={{ includeSearch: false }}
      data-unread={count > 0 || undefined}
      data-conversation={item.id}
      onMouseEnter={ahead}
      onFocus={ahead}
    >
      <span className={classes.line}>
        <span className={classes.name}>{nameOf(item.contact)}</span>
        {waits === null ? (
          <time className={classes.time} dateTime={lastAt}>
            {format.time(lastAt)}
          </time>
        ) : (
          <Wait since={waits} />
        )}
      </span>
      <span className={classes.line}>
        <Preview item={item} />
        {count > 0 && (
          <span className={classes.count}>
            <span aria-hidden>{count > 9 ? '9+' : count}</span>
            <span className={classes.unseen}>{t('unread', { count })}</span>
          </span>
        )}
      </span>
      <span className={classes.line}>
        <span className={classes.meta}>
          {item.channel.name}
          {item.skillGroup && ` · ${item.skillGroup.name}`}
          {withState && item.assignee && ` · ${item.assignee.name}`}
        </span>
        {withState && <StateBadge state={item.state} size="sm" />}
      </span>
    </Link>
  );
}

function Wait({ since }: { since: string }) {
  const t = useWords(words);
  const waited = useNow() - Date.parse(since);
  return (
    <time
      className={classes.wait}
      dateTime={since}
      data-long={waited > LONG_WAIT || undefined}
      title={t('waits', { time: clockFace(waited) })}
    >
      {clockFace(waited)}
    </time>
  );
}

function Preview({ item }: { item: Item }) {
  const t = useWords(words);
  const d = useWords(deskWords);
  const { member } = useMe();
  const last = item.messages.nodes.at(-1);
  if (!last) return <span className={classes.preview}>{t('nothingYet')}</span>;
  const said = last.sender === 'BOT' ? line(last.text.slice(0, LONGEST)) : last.text.replaceAll(/\s+/g, ' ');
  const text = said.slice(0, SHOWN);
  const names = {
    AGENT: last.author === member.name ? d('you') : (last.author ?? ''),
    BOT: d('bot'),
    SYSTEM: d('system'),
  };
  const told = last.sender === 'CONTACT' ? text : t('saidBy', { name: names[last.sender], text });
  return <span className={classes.preview}>{last.internal ? t('noteBy', { text }) : told}</span>;
}
