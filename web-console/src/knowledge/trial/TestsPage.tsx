import { Box, Group, Title } from '@mantine/core';
import { IconPlayerTrackNext, IconTestPipe } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { List } from '../../page/List';
import { NewNamed } from '../../page/NewNamed';
import { Page } from '../../page/Page';
import { RowLink } from '../../page/RowLink';
import { Notice } from '../../page/states';
import { tellDone } from '../../page/tell';
import { useMe } from '../../session/me';
import { queries } from '../../transport/queries';
import { act } from '../../transport/request';
import { askedSets, CreateSet, TRIALS } from './documents';
import { GateRuleSection } from './GateRuleSection';
import { ReplayTogether } from './ReplayTogether';
import { Runs } from './Runs';
import { words } from './words';

/** Question sets, replays, and what the company asks of a change. */
export function TestsPage() {
  const t = useWords(words);
  const format = useFormat();
  const { may } = useMe();
  const navigate = useNavigate();
  const sets = useInfiniteQuery(askedSets);

  async function make(name: string) {
    const { set } = await act(CreateSet, { name });
    await queries.invalidateQueries({ queryKey: TRIALS });
    if (!set) return;
    tellDone(t('made', { name: set.name }));
    await navigate({ to: '/tests/$setId', params: { setId: set.id } });
  }
  const create = may('EDITOR') && <NewNamed label={t('newSet')} make={make} />;

  return (
    <Page title={t('title')} lead={t('lead')} actions={create}>
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
          <RowLink key="name" to="/tests/$setId" params={{ setId: set.id }}>
            {set.name}
          </RowLink>,
          format.number(set.size),
          format.date(set.createdAt),
        ]}
        empty={<Notice icon={IconTestPipe} title={t('noSets')} text={t('noSetsText')} action={create} />}
      />
      <Group justify="space-between" mt="xl" mb="xs">
        <Title order={2} size={16}>
          {t('replays')}
        </Title>
        {may('EDITOR') && <ReplayTogether />}
      </Group>
      <Runs
        setId={null}
        empty={<Notice icon={IconPlayerTrackNext} title={t('noReplays')} text={t('noReplaysText')} />}
      />
      <Box mt="xl" pt="md">
        <GateRuleSection />
      </Box>
    </Page>
  );
}
