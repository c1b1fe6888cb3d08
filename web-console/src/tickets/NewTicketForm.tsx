import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { askedPeople } from '../desk/people';
import { useWords } from '../language/language';
import { Fault } from '../page/Fault';
import { tellDone } from '../page/tell';
import { useSubmit } from '../page/useSubmit';
import { words as pageWords } from '../page/words';
import { useMe } from '../session/me';
import { holdsOneOf } from '../session/roles';
import { queries } from '../transport/queries';
import { act } from '../transport/request';
import { CreateTicket } from './documents';
import { words } from './words';

type Props = { conversationId: string | null; subject: string; close: () => void };

/** What is to be done, and by whom. */
export function NewTicketForm({ conversationId, subject, close }: Props) {
  const t = useWords(words);
  const p = useWords(pageWords);
  const { member } = useMe();
  const { data } = useQuery(askedPeople);
  const form = useForm({
    initialValues: { subject, description: '', assigneeId: member.id as string | null },
    validate: { subject: isNotEmpty(p('INVALID')) },
  });
  const { fault, busy, onSubmit } = useSubmit(form, async (values) => {
    const { ticket } = await act(CreateTicket, { ...values, description: values.description || null, conversationId });
    if (ticket) tellDone(t('ticketMade', { number: ticket.number }));
    void queries.invalidateQueries({ queryKey: ['tickets'] });
    void queries.invalidateQueries({ queryKey: ['surroundings'] });
    close();
  });

  return (
    <form onSubmit={onSubmit}>
      <Stack gap="md">
        <Fault>{fault}</Fault>
        <TextInput label={t('subject')} required maxLength={200} data-autofocus {...form.getInputProps('subject')} />
        <Textarea
          label={t('description')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={8000}
          {...form.getInputProps('description')}
        />
        <Select
          label={t('assignee')}
          placeholder={t('nobody')}
          clearable
          searchable
          data={(data?.members?.nodes ?? [])
            .filter(({ roles }) => holdsOneOf(roles, ['AGENT']))
            .map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('assigneeId')}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {p('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('createTicket')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
