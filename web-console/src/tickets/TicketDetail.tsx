import { Button, Group, Select, Stack, Text, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LinkedText } from '../desk/conversation/LinkedText';
import { useContactName } from '../desk/names';
import { askedPeople } from '../desk/people';
import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import { holdsOneOf } from '../session/roles';
import { AssignTicket, MoveTicket, type Ticket, type TicketState } from './documents';
import { MOVES } from './states';
import classes from './TicketDetail.module.css';
import { TicketStateBadge } from './TicketStateBadge';
import { useTicketAct } from './useTicketAct';
import { words } from './words';

/** A ticket with the steps that its state allows. */
export function TicketDetail({ ticket }: { ticket: Ticket }) {
  const t = useWords(words);
  const format = useFormat();
  const nameOf = useContactName();
  const people = useQuery(askedPeople);
  const run = useTicketAct(ticket);
  const ended = ticket.state === 'CLOSED';

  return (
    <Stack gap="lg">
      <div>
        <TicketStateBadge state={ticket.state} />
        <Title order={2} size="h4" mt={8} className={classes.subject}>
          {ticket.subject}
        </Title>
      </div>
      <div className={classes.description}>
        {ticket.description ? <LinkedText text={ticket.description} /> : <Text c="dimmed">{t('noDescription')}</Text>}
      </div>
      <dl className={classes.facts}>
        <dt>{t('created')}</dt>
        <dd>{format.dateTime(ticket.createdAt)}</dd>
        <dt>{t('conversation')}</dt>
        <dd>
          {ticket.conversation ? (
            <Link
              to="/desk/$conversationId"
              params={{ conversationId: ticket.conversation.id }}
              className={classes.link}
            >
              {t('openConversation')}: {nameOf(ticket.conversation.contact)}
            </Link>
          ) : (
            <Text c="dimmed">{t('byHand')}</Text>
          )}
        </dd>
      </dl>
      <Select
        label={t('assignee')}
        placeholder={t('nobody')}
        clearable
        searchable
        disabled={ended}
        data={(people.data?.members?.nodes ?? [])
          .filter(({ id, roles }) => id === ticket.assignee?.id || holdsOneOf(roles, ['AGENT']))
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={ticket.assignee?.id ?? null}
        onChange={(assigneeId) => {
          const name = people.data?.members?.nodes.find(({ id }) => id === assigneeId)?.name ?? '';
          run(
            AssignTicket,
            { ticketId: ticket.id, assigneeId },
            { assignee: assigneeId ? { id: assigneeId, name } : null },
          );
        }}
      />
      {ended ? (
        <Text c="dimmed" size="sm">
          {t('ended')}
        </Text>
      ) : (
        <Steps
          state={ticket.state}
          move={(to, comment) => run(MoveTicket, { ticketId: ticket.id, to, comment: comment || null }, { state: to })}
        />
      )}
    </Stack>
  );
}

type StepsProps = { state: TicketState; move: (to: TicketState, comment: string) => void };

function Steps({ state, move }: StepsProps) {
  const t = useWords(words);
  const [comment, setComment] = useState('');
  const word = (to: TicketState) => (state === 'RESOLVED' && to === 'IN_PROGRESS' ? t('backMove') : t(`${to}Move`));
  return (
    <section aria-label={t('moveTo')} className={classes.steps}>
      <Textarea
        label={t('comment')}
        description={t('commentHint')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={8000}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <Group gap="xs" mt="sm">
        {MOVES[state].map((to, index) => (
          <Button
            key={to}
            variant={index === 0 ? 'filled' : 'default'}
            onClick={() => {
              move(to, comment.trim());
              setComment('');
            }}
          >
            {word(to)}
          </Button>
        ))}
      </Group>
    </section>
  );
}
