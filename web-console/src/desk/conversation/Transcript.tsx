import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { useFaultText } from '../../page/faults';
import { tellFault } from '../../page/tell';
import { useMe } from '../../session/me';
import { request } from '../../transport/request';
import { markRead, readUpTo } from '../inbox/reading';
import { useReason } from '../names';
import { type Conversation, withEarlier } from './conversation';
import { EarlierMessages } from './documents';
import { OutgoingView } from './OutgoingView';
import { type Row, rowsOf } from './rows';
import { changeConversation } from './store';
import classes from './Transcript.module.css';
import { TurnView } from './TurnView';
import { TypingLine } from './TypingLine';
import { useStickToEnd } from './useStickToEnd';
import { words } from './words';

/** What was said, oldest first; stays at the end while she is there. */
export function Transcript({ conversation, peek = false }: { conversation: Conversation; peek?: boolean }) {
  const t = useWords(words);
  const format = useFormat();
  const { member } = useMe();
  const { head, messages, outgoing, earlier } = conversation;
  const [readBefore] = useState(() => readUpTo(head.id));
  const lastSeq = messages.at(-1)?.seq ?? 0;
  const { box, atEnd, toEnd } = useStickToEnd(`${lastSeq}:${outgoing.length}`, messages[0]?.seq ?? 0);

  const rows = useMemo(
    () => rowsOf({ messages, handovers: head.handovers, outgoing, readBefore, dayOf: format.date }),
    [messages, head.handovers, outgoing, readBefore, format],
  );

  const read = atEnd && !peek && head.assignee?.id === member.id;
  useEffect(() => {
    if (!read) return;
    const mark = () => document.visibilityState === 'visible' && markRead(head.id, lastSeq);
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [read, head.id, lastSeq]);

  return (
    <div className={classes.around}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it */}
      <div className={classes.log} ref={box} role="log" aria-label={t('transcript')} tabIndex={0}>
        {earlier !== null && <Earlier id={head.id} before={earlier} />}
        <ol className={classes.rows}>
          {rows.map((row) => (
            <li key={row.key}>
              <RowView row={row} conversation={conversation} />
            </li>
          ))}
        </ol>
        <TypingLine conversation={conversation} />
      </div>
      {!atEnd && (
        <Button
          className={classes.below}
          size="compact-sm"
          radius="xl"
          leftSection={<IconArrowDown size={14} />}
          onClick={toEnd}
        >
          {t('newBelow')}
        </Button>
      )}
    </div>
  );
}

function RowView({ row, conversation }: { row: Row; conversation: Conversation }) {
  const t = useWords(words);
  const format = useFormat();
  const reasonOf = useReason();
  switch (row.kind) {
    case 'day':
      return <p className={classes.mark}>{format.date(row.at)}</p>;
    case 'handover':
      return (
        <p className={classes.mark}>
          {t('handedOver', { reason: reasonOf(row.reason) })}
          {row.told.length > 0 &&
            ` · ${t('told', { values: row.told.map(({ name, value }) => `${name}: ${value}`).join(', ') })}`}
        </p>
      );
    case 'unread':
      return <p className={classes.unread}>{t('unread')}</p>;
    case 'outgoing':
      return <OutgoingView conversationId={conversation.head.id} outgoing={row.outgoing} />;
    case 'turn':
      return <TurnView turn={row} head={conversation.head} />;
  }
}

function Earlier({ id, before }: { id: string; before: string }) {
  const t = useWords(words);
  const fault = useFaultText();
  const load = useMutation({
    mutationFn: () => request(EarlierMessages, { id, before }),
    onSuccess: ({ conversation }) => {
      if (conversation) changeConversation(id, (known) => withEarlier(known, conversation.messages));
    },
    onError: (thrown) => tellFault(fault.of(thrown)),
  });
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      mx="auto"
      mt="sm"
      display="block"
      loading={load.isPending}
      onClick={() => load.mutate()}
    >
      {t('earlier')}
    </Button>
  );
}
