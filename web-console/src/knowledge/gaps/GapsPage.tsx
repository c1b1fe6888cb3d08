import { Select, SimpleGrid, Tabs } from '@mantine/core';
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
  return (
    <Tabs defaultValue="gaps" keepMounted={false}>
      <Tabs.List mb="md">
        <Tabs.Tab value="gaps">{t('gaps')}</Tabs.Tab>
        <Tabs.Tab value="proposals">{t('proposals')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="gaps">
        <Gaps />
      </Tabs.Panel>
      <Tabs.Panel value="proposals">
        <Proposals />
      </Tabs.Panel>
    </Tabs>
  );
}

function Gaps() {
  const t = useWords(words);
  const [state, setState] = useState<GapState>('OPEN');
  const [rank, setRank] = useState<GapRank>('VOLUME');
  const gaps = useInfiniteQuery(askedGaps(state, rank));
  return (
    <>
      <SimpleGrid cols={2} mb="md" maw={420}>
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
      </SimpleGrid>
      <Growing
        query={gaps}
        item={(gap) => <GapItem key={gap.id} gap={gap} />}
        empty={<Notice icon={IconBulb} title={t('none')} text={t('noneText')} />}
      />
    </>
  );
}

function Proposals() {
  const t = useWords(words);
  const proposals = useInfiniteQuery(askedProposals);
  return (
    <Growing
      query={proposals}
      item={(proposal) => <ProposalItem key={proposal.id} proposal={proposal} />}
      empty={<Notice icon={IconMessage2Check} title={t('noProposals')} text={t('noProposalsText')} />}
    />
  );
}
