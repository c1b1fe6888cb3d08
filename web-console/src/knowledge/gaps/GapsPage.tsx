import { Group, Select, Title } from '@mantine/core';
import { IconBulb, IconMessage2Check } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../language/language';
import { Page } from '../../page/Page';
import { Notice } from '../../page/states';
import { askedGaps, askedProposals, type GapRank, type GapState } from './documents';
import { GapItem } from './GapItem';
import { Growing } from './Growing';
import { ProposalItem } from './ProposalItem';
import { words } from './words';

const STATES: readonly GapState[] = ['OPEN', 'DONE', 'DISMISSED'];
const RANKS: readonly GapRank[] = ['VOLUME', 'MINUTES', 'NEWEST'];

/** What customers ask and the knowledge does not answer, and what agents answered instead. */
export function GapsPage() {
  const t = useWords(words);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Lists />
    </Page>
  );
}

function Lists() {
  const t = useWords(words);
  const [state, setState] = useState<GapState>('OPEN');
  const [rank, setRank] = useState<GapRank>('VOLUME');
  const gaps = useInfiniteQuery(askedGaps(state, rank));
  const proposals = useInfiniteQuery(askedProposals);
  return (
    <>
      <Group mb="md" align="end">
        <Select
          label={t('show')}
          data={STATES.map((value) => ({ value, label: t(value) }))}
          value={state}
          onChange={(value) => setState(STATES.find((each) => each === value) ?? 'OPEN')}
          allowDeselect={false}
        />
        <Select
          label={t('rank')}
          data={RANKS.map((value) => ({ value, label: t(value) }))}
          value={rank}
          onChange={(value) => setRank(RANKS.find((each) => each === value) ?? 'VOLUME')}
          allowDeselect={false}
        />
      </Group>
      <Title order={2} size={16} mb="xs">
        {t('gaps')}
      </Title>
      <Growing
        query={gaps}
        item={(gap) => <GapItem key={gap.id} gap={gap} />}
        empty={<Notice icon={IconBulb} title={t('none')} text={t('noneText')} />}
      />
      <Title order={2} size={16} mt="xl" mb="xs">
        {t('proposals')}
      </Title>
      <Growing
        query={proposals}
        item={(proposal) => <ProposalItem key={proposal.id} proposal={proposal} />}
        empty={<Notice icon={IconMessage2Check} title={t('noProposals')} text={t('noProposalsText')} />}
      />
    </>
  );
}
