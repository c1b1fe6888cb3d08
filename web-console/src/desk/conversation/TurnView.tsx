import { Badge } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { FileList } from '../../knowledge/attachments/FileList';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Answer } from '../../markdown/Answer';
import { useMe } from '../../session/me';
import { request } from '../../transport/request';
import { useContactName } from '../names';
import { words as deskWords } from '../words';
import { type Head, type Message, MessageFiles } from './documents';
import { LinkedText } from './LinkedText';
import type { Turn } from './rows';
import classes from './TurnView.module.css';
import { words } from './words';

/** What one person, or the bot, said in one go. */
export function TurnView({ turn, head }: { turn: Turn; head: Head }) {
  const t = useWords(words);
  const d = useWords(deskWords);
  const format = useFormat();
  const nameOf = useContactName();
  const { member } = useMe();
  const Spoken = turn.sender === 'BOT' ? Answer : LinkedText;
  const kind = turn.internal ? 'NOTE' : turn.sender;
  const names = {
    CONTACT: nameOf(head.contact),
    BOT: d('bot'),
    SYSTEM: d('system'),
    AGENT: turn.author === member.name ? d('you') : (turn.author ?? ''),
  };

  return (
    <article className={classes.turn} data-kind={kind}>
      <p className={classes.by}>
        {turn.internal && <IconLock size={13} stroke={1.8} aria-hidden />}
        <b>{names[turn.sender]}</b>
        {turn.internal && <span>{t('note')}</span>}
        {turn.sender === 'BOT' && (
          <Badge size="xs" variant="light" color="violet" radius="sm">
            {t('automatic')}
          </Badge>
        )}
        <time dateTime={turn.at} title={format.dateTime(turn.at)}>
          {format.time(turn.at)}
        </time>
      </p>
      {turn.messages.map((message) => (
        <div key={message.id} className={classes.bubble}>
          <Spoken text={message.text} />
          {message.aiGenerated && (
            <Badge size="xs" variant="light" color="violet" radius="sm">
              {t('aiWorded')}
            </Badge>
          )}
          {message.source && <FileList files={message.source.attachments} again={() => filesOf(head.id, message)} />}
          <Source message={message} head={head} />
        </div>
      ))}
    </article>
  );
}

async function filesOf(id: string, { seq }: Message) {
  const { conversation } = await request(MessageFiles, { id, afterSeq: seq - 1 });
  return conversation?.messages.nodes[0]?.source?.attachments ?? [];
}

function Source({ message, head }: { message: Message; head: Head }) {
  const t = useWords(words);
  const format = useFormat();
  const { source, choices } = message;
  if (choices.length > 0) {
    return (
      <ul className={classes.choices} aria-label={t('offered')}>
        {choices.map(({ question, score }) => (
          <li key={question}>
            {question} <span className={classes.quiet}>{format.percent(score, 0)}</span>
          </li>
        ))}
      </ul>
    );
  }
  if (!source) return null;
  const scores = head.handovers
    .flatMap(({ triedAnswers }) => triedAnswers)
    .filter(({ entry, version }) => entry?.id === source.entry?.id && version === source.version)
    .map(({ score }) => score);
  return (
    <p className={classes.source}>
      {t('source', { question: source.question })} · {t('sourceVersion', { version: source.version })}
      {scores.length > 0 && ` · ${t('confidence', { percent: format.percent(Math.max(...scores), 0) })}`}
      {message.helpful !== null && ` · ${message.helpful ? t('helped') : t('helpedNot')}`}
    </p>
  );
}
