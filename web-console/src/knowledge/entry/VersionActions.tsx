import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../language/language';
import { useFaultText } from '../../page/faults';
import { LinkButton } from '../../page/LinkButton';
import { tellDone, tellFault } from '../../page/tell';
import { useMe } from '../../session/me';
import {
  publishAtOnce,
  publishVersion,
  rejectVersion,
  retireEntry,
  rollbackEntry,
  scheduleVersion,
  submitVersion,
} from '../acts';
import { type Entry, KNOWLEDGE, type Version } from '../documents';
import { isOpen } from '../states';
import { GateNotice } from '../trial/GateNotice';
import { Comment } from './Comment';
import { PlanPublication } from './Planned';
import { Rollback } from './Rollback';
import { words } from './words';

type Asking = 'schedule' | 'submit' | 'reject' | 'retire' | 'rollback';

/** What may be done with the version that is shown, as far as its state and her role allow. */
export function VersionActions({ entry, shown }: { entry: Entry; shown: Version }) {
  const t = useWords(words);
  const { may, company } = useMe();
  const faultText = useFaultText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Asking | null>(null);
  const act = useMutation({
    mutationFn: ({ run }: { run: () => Promise<unknown>; done: string }) => run(),
    onSuccess: (_, { done }) => tellDone(done),
    onSettled: () => client.invalidateQueries({ queryKey: KNOWLEDGE }),
  });
  if (!may('EDITOR')) return null;

  const number = { entryId: entry.id, version: shown.number };
  const version = { ...number, expectedRevision: shown.revision };
  const isLatest = shown.number === entry.latest.number;
  const press = (run: () => Promise<unknown>, done: string) =>
    act.mutate({ run, done }, { onError: (thrown) => tellFault(faultText.of(thrown)) });
  const asked = (run: (comment: string) => Promise<unknown>, done: string) => (comment: string) =>
    act.mutateAsync({ run: () => run(comment), done });
  const goBack = async () => {
    await rollbackEntry({ entryId: entry.id, toVersion: shown.number });
    await navigate({ to: '/knowledge/$entryId', params: { entryId: entry.id } }); // the new version is the latest
  };
  const worded = (comment: string) => ({ ...version, ...(comment ? { comment } : {}) });
  const edit = (
    <LinkButton
      to="/knowledge/$entryId/edit"
      params={{ entryId: entry.id }}
      variant={shown.answer === '' ? 'filled' : 'default'}
    >
      {shown.answer === '' ? t('writeAnswer') : shown.state === 'DRAFT' ? t('edit') : t('revise')}
    </LinkButton>
  );

  return (
    <>
      {isLatest && shown.state === 'DRAFT' && (
        <>
          {edit}
          {!company.fourEyesReview && shown.answer !== '' && (
            <Button
              variant="default"
              loading={act.isPending}
              onClick={() => press(() => publishAtOnce(version), t('published'))}
            >
              {t('publishNow')}
            </Button>
          )}
          {shown.answer !== '' && <Button onClick={() => setAsking('submit')}>{t('submit')}</Button>}
        </>
      )}
      {isLatest && shown.state === 'IN_REVIEW' && (
        <LinkButton to="/knowledge/review" search={{ entry: entry.id }}>
          {t('toReview')}
        </LinkButton>
      )}
      {isLatest && shown.state === 'APPROVED' && (
        <>
          <Button variant="default" onClick={() => setAsking('reject')}>
            {t('reject')}
          </Button>
          <Button variant="default" onClick={() => setAsking('schedule')}>
            {t('schedule')}
          </Button>
          <Button loading={act.isPending} onClick={() => press(() => publishVersion(version), t('published'))}>
            {t('publish')}
          </Button>
        </>
      )}
      {isLatest && !isOpen(shown.state) && edit}
      {entry.published?.number === shown.number && (
        <Button variant="default" onClick={() => setAsking('retire')}>
          {t('retire')}
        </Button>
      )}
      {shown.state === 'RETIRED' && !isOpen(entry.latest.state) && (
        <Button variant="default" onClick={() => setAsking('rollback')}>
          {t('rollback')}
        </Button>
      )}
      {asking === 'schedule' && (
        <PlanPublication
          run={(at) => act.mutateAsync({ run: () => scheduleVersion({ ...number, at }), done: t('scheduled') })}
          close={() => setAsking(null)}
        />
      )}
      {asking === 'submit' && (
        <Comment
          title={t('submit')}
          text={t('submitText')}
          label={t('noteOptional')}
          act={t('submit')}
          run={asked((comment) => submitVersion(worded(comment)), t('submitted'))}
          close={() => setAsking(null)}
        />
      )}
      {asking === 'reject' && (
        <Comment
          title={t('reject')}
          text={t('rejectText')}
          label={t('note')}
          act={t('reject')}
          required
          run={asked((comment) => rejectVersion(worded(comment)), t('rejected'))}
          close={() => setAsking(null)}
        />
      )}
      {asking === 'retire' && (
        <Comment
          title={t('retire')}
          text={t('retireText')}
          above={<GateNotice entryId={entry.id} version={null} />}
          label={t('noteOptional')}
          act={t('retire')}
          colour="red"
          run={asked((comment) => retireEntry({ entryId: entry.id, ...(comment ? { comment } : {}) }), t('retired'))}
          close={() => setAsking(null)}
        />
      )}
      {asking === 'rollback' && (
        <Rollback
          number={shown.number}
          run={() =>
            act.mutateAsync({
              run: goBack,
              done: company.fourEyesReview ? t('rolledBackToReview') : t('rolledBack', { number: shown.number }),
            })
          }
          close={() => setAsking(null)}
        />
      )}
    </>
  );
}
