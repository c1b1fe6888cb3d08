import { Button, Group, Modal, SegmentedControl, Select, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi, Outlet } from '@tanstack/react-router';
import { useWords } from '../language/language';
import { Page } from '../page/Page';
import { words as pageWords } from '../page/words';
import { NewTicketForm } from './NewTicketForm';
import type { Sought } from './sought';
import { TICKET_STATES } from './states';
import { TicketList } from './TicketList';
import { words } from './words';

const route = getRouteApi('/shell/tickets');

/** What is to be done, by state and by person. */
export function TicketsPage() {
  const t = useWords(words);
  const p = useWords(pageWords);
  const sought = route.useSearch();
  const navigate = route.useNavigate();
  const [creating, { open, close }] = useDisclosure();
  const seek = (next: Sought) => void navigate({ to: '/tickets', search: next, replace: true });

  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={open}>
          {t('create')}
        </Button>
      }
    >
      <Group gap="sm" mb="md">
        <Select
          aria-label={t('state')}
          w={160}
          allowDeselect={false}
          data={[
            { value: 'undone', label: t('undone') },
            ...TICKET_STATES.map((state) => ({ value: state as string, label: t(state) })),
            { value: 'all', label: t('all') },
          ]}
          value={sought.state ?? 'undone'}
          onChange={(value) => {
            const { state: _, ...others } = sought;
            const state = TICKET_STATES.find((each) => each === value) ?? (value === 'all' ? 'all' : null);
            seek(state === null ? others : { ...others, state });
          }}
        />
        <SegmentedControl
          aria-label={t('whose')}
          data={[
            { value: 'all', label: t('everybody') },
            { value: 'mine', label: t('mine') },
          ]}
          value={sought.whose ?? 'all'}
          onChange={(value) => {
            const { whose: _, ...others } = sought;
            seek(value === 'mine' ? { ...others, whose: 'mine' } : others);
          }}
        />
      </Group>
      <TicketList sought={sought} />
      <Outlet />
      <Modal opened={creating} onClose={close} title={t('create')} closeButtonProps={{ 'aria-label': p('close') }}>
        <Text c="dimmed" size="sm" mb="md">
          {t('lead')}
        </Text>
        <NewTicketForm conversationId={null} subject="" close={close} />
      </Modal>
    </Page>
  );
}
