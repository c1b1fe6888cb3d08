import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChecks, IconMessageQuestion, IconPlus, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useWords } from '../../language/language';
import { LinkButton } from '../../page/LinkButton';
import { Page } from '../../page/Page';
import { useMe } from '../../session/me';
import type { ListSearch } from '../address';
import { AskPanel } from '../ask/AskPanel';
import { askedWaitingCount } from '../documents';
import { ExportMenu } from '../import/ExportMenu';
import { IndexStanding } from '../index/IndexStanding';
import { EntryFilters } from './EntryFilters';
import { EntryList } from './EntryList';
import { words } from './words';

const route = getRouteApi('/shell/knowledge');

/** All entries, or what is published for who only answers with them. */
export function KnowledgePage() {
  const t = useWords(words);
  const { may } = useMe();
  const isEditor = may('EDITOR');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [asking, { open, close }] = useDisclosure();
  const show = (next: ListSearch) => navigate({ search: next, replace: true });

  return (
    <Page
      title={t('title')}
      lead={isEditor ? t('lead') : t('leadPublished')}
      actions={
        <>
          {may('EDITOR', 'AGENT') && (
            <Button variant="default" leftSection={<IconMessageQuestion size={16} />} onClick={open}>
              {t('ask')}
            </Button>
          )}
          {isEditor && <ReviewButton />}
          {isEditor && <ExportMenu search={search} />}
          {isEditor && (
            <LinkButton to="/knowledge/import" variant="default" leftSection={<IconUpload size={16} />}>
              {t('import')}
            </LinkButton>
          )}
          {isEditor && (
            <LinkButton to="/knowledge/new" leftSection={<IconPlus size={16} />}>
              {t('newEntry')}
            </LinkButton>
          )}
        </>
      }
    >
      <EntryFilters search={search} show={show} />
      <EntryList search={search} clear={() => show({})} />
      {isEditor && <IndexStanding />}
      <Drawer
        opened={asking}
        onClose={close}
        position="right"
        size="md"
        title={<strong>{t('ask')}</strong>}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <AskPanel />
      </Drawer>
    </Page>
  );
}

function ReviewButton() {
  const t = useWords(words);
  const waiting = useQuery(askedWaitingCount).data?.knowledgeReviewQueue?.totalCount;
  return (
    <LinkButton to="/knowledge/review" variant="default" leftSection={<IconChecks size={16} />}>
      {waiting ? t('reviewCount', { count: waiting }) : t('review')}
    </LinkButton>
  );
}
