import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlayerTrackNext } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Dialog, DialogForm } from '../../page/Dialog';
import { FailureNotice, RowsSkeleton } from '../../page/states';
import { tellDone } from '../../page/tell';
import { useSubmit } from '../../page/useSubmit';
import { failureOf } from '../../transport/failure';
import { queries } from '../../transport/queries';
import { act } from '../../transport/request';
import { askedApproved, StartReplay, TRIALS } from './documents';
import { words } from './words';

const MOST = 200;

/** Begins the replay of several approved versions, which then go out together. */
export function ReplayTogether() {
  const t = useWords(words);
  const [choosing, choose] = useDisclosure();
  return (
    <>
      <Button variant="default" leftSection={<IconPlayerTrackNext size={16} />} onClick={choose.open}>
        {t('replayTogether')}
      </Button>
      <Dialog opened={choosing} close={choose.close} title={t('replayTogether')} size={640}>
        <Choice close={choose.close} />
      </Dialog>
    </>
  );
}

function Choice({ close }: { close: () => void }) {
  const t = useWords(words);
  const format = useFormat();
  const navigate = useNavigate();
  const approved = useInfiniteQuery(askedApproved);
  const lines = approved.data?.pages.flatMap((page) => page.nodes) ?? [];
  const form = useForm({
    initialValues: { chosen: [] as string[] },
    validate: {
      chosen: (chosen) => (chosen.length === 0 || chosen.length > MOST ? t('chooseSome', { most: MOST }) : null),
    },
  });
  const { fault, busy, onSubmit } = useSubmit(form, async ({ chosen }) => {
    const changes = lines
      .filter(({ id }) => chosen.includes(id))
      .map(({ id, latest }) => ({ entryId: id, version: latest.number }));
    const { trial } = await act(StartReplay, { changes });
    await queries.invalidateQueries({ queryKey: TRIALS });
    tellDone(t('replayBegun'));
    close();
    if (trial) await navigate({ to: '/tests/runs/$trialId', params: { trialId: trial.id } });
  });
  if (approved.data === undefined)
    return approved.isError ? (
      <FailureNotice failure={failureOf(approved.error)} retry={() => approved.refetch()} />
    ) : (
      <RowsSkeleton />
    );
  if (lines.length === 0) return <Text c="dimmed">{t('noApproved')}</Text>;
  return (
    <DialogForm onSubmit={onSubmit} fault={fault} busy={busy} submit={t('startTogether')} close={close}>
      <Text size="sm">{t('replayTogetherText')}</Text>
      <Checkbox.Group label={t('approvedVersions')} {...form.getInputProps('chosen')}>
        <Stack gap="xs" mt="xs">
          {lines.map(({ id, latest }) => (
            <Checkbox
              key={id}
              value={id}
              label={latest.question}
              description={
                latest.schedule
                  ? t('plannedFor', { number: latest.number, when: format.dateTime(latest.schedule.at) })
                  : t('version', { number: latest.number })
              }
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            form.setFieldValue(
              'chosen',
              lines.slice(0, MOST).map(({ id }) => id),
            )
          }
        >
          {t('chooseAll')}
        </Button>
        {approved.hasNextPage && (
          <Button
            size="compact-sm"
            variant="default"
            loading={approved.isFetchingNextPage}
            onClick={() => approved.fetchNextPage()}
          >
            {t('moreApproved')}
          </Button>
        )}
      </Group>
    </DialogForm>
  );
}
