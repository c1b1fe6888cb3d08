import { Blockquote, Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Fault } from '../../page/Fault';
import { useFaultText } from '../../page/faults';
import { TextLink } from '../../page/TextLink';
import { tellDone } from '../../page/tell';
import { approveVersion, publishVersion, rejectVersion } from '../acts';
import { VersionDifferences } from '../Differences';
import { KNOWLEDGE, type WaitingEntry } from '../documents';
import { languageName } from '../locales';
import { MasksNotice } from '../MasksNotice';
import { SilenceNotice } from '../SilenceNotice';
import { FourEyesNotice } from './FourEyesNotice';
import { isRefusedToWriter, useApproval } from './fourEyes';
import { words } from './words';

type Verdict = 'approve' | 'publish' | 'reject';

const LONGEST_COMMENT = 2_000;

/** What a version changes, and her verdict on it. */
export function Review({ entry }: { entry: WaitingEntry }) {
  const t = useWords(words);
  const format = useFormat();
  const faultText = useFaultText();
  const client = useQueryClient();
  const { latest, published } = entry;
  const [comment, setComment] = useState('');
  const [wordless, setWordless] = useState(false);
  const judge = useMutation({
    mutationFn: async (verdict: Verdict) => {
      const version = { entryId: entry.id, version: latest.number, expectedRevision: latest.revision };
      const worded = { ...version, ...(comment.trim() ? { comment: comment.trim() } : {}) };
      if (verdict === 'reject') return rejectVersion(worded);
      const approved = await approveVersion(worded);
      return verdict === 'publish' ? publishVersion(version) : approved;
    },
    onSuccess: (_, verdict) =>
      tellDone(t(verdict === 'reject' ? 'rejected' : verdict === 'publish' ? 'published' : 'approved')),
    onSettled: () => client.invalidateQueries({ queryKey: KNOWLEDGE }),
  });
  // who only changed a word in it is a writer as well, which the API alone knows
  const approval = useApproval(latest, isRefusedToWriter(judge.error));
  const press = (verdict: Verdict) => {
    const isWordless = verdict === 'reject' && !comment.trim();
    setWordless(isWordless);
    if (!isWordless) judge.mutate(verdict);
  };
  const note = latest.history.findLast(({ to }) => to === 'IN_REVIEW')?.comment;
  const busy = (verdict: Verdict) => judge.isPending && judge.variables === verdict;

  return (
    <Stack gap="lg" component="section" aria-labelledby="reviewed">
      <Paper withBorder radius="lg" p="lg">
        <Group justify="space-between" mb="lg" gap="xs">
          <Title order={2} id="reviewed" fz="md">
            {published ? t('changeOf', { from: published.number, to: latest.number }) : t('firstText')}
          </Title>
          <TextLink to="/knowledge/$entryId" params={{ entryId: entry.id }} search={{}}>
            {t('toEntry')}
          </TextLink>
        </Group>
        <Text size="sm" c="dimmed" mb="lg">
          {latest.author?.name ?? t('program')} · {format.dateTime(latest.createdAt)} · {languageName(latest.locale, t)}
          {entry.category && ` · ${entry.category}`}
        </Text>
        {note && (
          <Blockquote color="gray" px="md" py="xs" mb="lg" fz="sm">
            {note}
          </Blockquote>
        )}
        <VersionDifferences entryId={entry.id} before={published} after={latest} />
      </Paper>
      <MasksNotice masks={latest.masks} />
      <SilenceNotice entry={entry} shown={latest} />
      <FourEyesNotice approval={approval} />
      <Textarea
        label={t('reviewComment')}
        description={t('reviewCommentHint')}
        autosize
        minRows={2}
        maxLength={LONGEST_COMMENT}
        value={comment}
        error={wordless && t('needComment')}
        onChange={({ currentTarget }) => setComment(currentTarget.value)}
      />
      <Fault>{judge.isError && !isRefusedToWriter(judge.error) ? faultText.of(judge.error) : null}</Fault>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" loading={busy('reject')} disabled={judge.isPending} onClick={() => press('reject')}>
          {t('reject')}
        </Button>
        {approval.kind === 'open' && (
          <>
            <Button
              variant="default"
              loading={busy('approve')}
              disabled={judge.isPending}
              onClick={() => press('approve')}
            >
              {t('approve')}
            </Button>
            <Button loading={busy('publish')} disabled={judge.isPending} onClick={() => press('publish')}>
              {t('approveAndPublish')}
            </Button>
          </>
        )}
      </Group>
    </Stack>
  );
}
