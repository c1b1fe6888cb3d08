import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Loaded } from '../../page/Loaded';
import { RowsSkeleton } from '../../page/states';
import { TicketStateBadge } from '../../tickets/TicketStateBadge';
import { asked } from '../../transport/queries';
import { words as deskWords } from '../words';
import { Card } from './Card';
import { type Earlier, Surroundings, type TicketLine } from './documents';
import { Peek } from './Peek';
import classes from './SurroundingCards.module.css';
import { words } from './words';

type Props = { conversationId: string; newTicket: (() => void) | null };

/** What belongs to the conversation and its contact: tickets, and what was said before. */
export function SurroundingCards({ conversationId, newTicket }: Props) {
  const query = useQuery(asked(['surroundings', conversationId], Surroundings, { id: conversationId }));
  return (
    <Loaded query={query} skeleton={<RowsSkeleton rows={3} />}>
      {({ conversation }) =>
        conversation && (
          <>
            <Tickets tickets={conversation.tickets.nodes} newTicket={newTicket} />
            <Timeline
              earlier={conversation.contact.conversations.nodes.filter(({ id }) => id !== conversationId)}
              total={(conversation.contact.conversations.totalCount ?? 0) - 1}
            />
          </>
        )
      }
    </Loaded>
  );
}

function Tickets({ tickets, newTicket }: { tickets: readonly TicketLine[]; newTicket: (() => void) | null }) {
  const t = useWords(words);
  return (
    <Card
      title={t('tickets')}
      action={
        newTicket && (
          <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={14} />} onClick={newTicket}>
            {t('newTicket')}
          </Button>
        )
      }
    >
      {tickets.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noTickets')}
        </Text>
      )}
      <ul className={classes.lines}>
        {tickets.map(({ id, number, subject, state }) => (
          <li key={id}>
            <Link to="/tickets/$ticketId" params={{ ticketId: id }} className={classes.line}>
              <span className={classes.text}>
                #{number} {subject}
              </span>
              <TicketStateBadge state={state} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Timeline({ earlier, total }: { earlier: readonly Earlier[]; total: number }) {
  const t = useWords(words);
  const d = useWords(deskWords);
  const format = useFormat();
  const [peeked, setPeeked] = useState<Earlier | null>(null);
  return (
    <Card title={t('timeline')}>
      {earlier.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noTimeline')}
        </Text>
      )}
      <ul className={classes.lines}>
        {earlier.map((each) => (
          <li key={each.id}>
            <button type="button" className={classes.line} onClick={() => setPeeked(each)}>
              <span className={classes.text}>
                {each.messages.nodes[0]?.text ?? each.channel.name}
                <span className={classes.quiet}>
                  {[
                    format.dateTime(each.startedAt),
                    each.outcome ? d(each.outcome) : d(each.state),
                    each.assignee?.name ?? d('bot'),
                    ...(each.rating ? [t('stars', { score: each.rating.score })] : []),
                  ].join(' · ')}
                </span>
                {each.summary && <span className={classes.quiet}>{each.summary}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {total > earlier.length && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('timelineMore', { count: total - earlier.length })}
        </Text>
      )}
      {peeked && <Peek conversation={peeked} close={() => setPeeked(null)} />}
    </Card>
  );
}
