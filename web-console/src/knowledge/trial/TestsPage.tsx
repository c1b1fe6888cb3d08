import { Anchor, Box, Button, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlayerTrackNext, IconPlus, IconTestPipe } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Dialog, DialogForm } from '../../page/Dialog';
import { List } from '../../page/List';
import { Page } from '../../page/Page';
import { Notice } from '../../page/states';
import { tellDone } from '../../page/tell';
import { useSubmit } from '../../page/useSubmit';
import { useMe } from '../../session/me';
import { queries } from '../../transport/queries';
import { act } from '../../transport/request';
import { askedSets, CreateSet, TRIALS } from './documents';
import { GateRuleSection } from './GateRuleSection';
import { Runs } from './Runs';
import { words } from './words';

/** Question sets, replays, and what the company asks of a change. */
export function TestsPage() {
  const t = useWords(words);
  const format = useFormat();
  const { may } = useMe();
  const sets = useInfiniteQuery(askedSets);
  const [creating, create] = useDisclosure();
  const button = may('EDITOR') && (
    <Button leftSection={<IconPlus size={16} />} onClick={create.open}>
      {t('newSet')}
    </Button>
  );

  return (
    <Page title={t('title')} lead={t('lead')} actions={button}>
      <Title order={2} size={16} mb="xs">
        {t('sets')}
      </Title>
      <List
        label={t('sets')}
        query={sets}
        keyOf={(set) => set.id}
        columns={[
          { label: t('name'), phone: true },
          { label: t('size'), phone: true, width: 160 },
          { label: t('created'), width: 200 },
        ]}
        row={(set) => [
          <Anchor
            key="name"
            fw={550}
            renderRoot={(props) => <Link to="/tests/$setId" params={{ setId: set.id }} {...props} />}
          >
            {set.name}
          </Anchor>,
          format.number(set.size),
          format.date(set.createdAt),
        ]}
        empty={<Notice icon={IconTestPipe} title={t('noSets')} text={t('noSetsText')} action={button} />}
      />
      <Title order={2} size={16} mt="xl" mb="xs">
        {t('replays')}
      </Title>
      <Runs
        setId={null}
        empty={<Notice icon={IconPlayerTrackNext} title={t('noReplays')} text={t('noReplaysText')} />}
      />
      <Box mt="xl" pt="md">
        <GateRuleSection />
      </Box>
      <Dialog opened={creating} close={create.close} title={t('newSet')}>
        <CreateForm close={create.close} />
      </Dialog>
    </Page>
  );
}

function CreateForm({ close }: { close: () => void }) {
  const t = useWords(words);
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (name) => (name.trim() === '' ? t('required') : null) },
  });
  const { fault, busy, onSubmit } = useSubmit(form, async (values) => {
    const { set } = await act(CreateSet, values);
    await queries.invalidateQueries({ queryKey: TRIALS });
    close();
    if (!set) return;
    tellDone(t('made', { name: set.name }));
    await navigate({ to: '/tests/$setId', params: { setId: set.id } });
  });
  return (
    <DialogForm onSubmit={onSubmit} fault={fault} busy={busy} submit={t('newSet')} close={close}>
      <TextInput label={t('name')} data-autofocus required autoComplete="off" {...form.getInputProps('name')} />
    </DialogForm>
  );
}
