import { Button, TextInput, Title } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { BackLink } from '../../page/BackLink';
import { Confirm } from '../../page/Confirm';
import { Dialog, DialogForm } from '../../page/Dialog';
import { useFaultText } from '../../page/faults';
import { Loaded } from '../../page/Loaded';
import { Page } from '../../page/Page';
import { Missing, Notice } from '../../page/states';
import { tellDone, tellFault } from '../../page/tell';
import { useSubmit } from '../../page/useSubmit';
import { useMe } from '../../session/me';
import { queries } from '../../transport/queries';
import { act } from '../../transport/request';
import { askedSet, type QuestionSet, RemoveSet, RenameSet, StartBatch, TRIALS } from './documents';
import { Questions } from './Questions';
import { Runs } from './Runs';
import { words } from './words';

const route = getRouteApi('/shell/tests/$setId');

/** One set: its questions, its runs. */
export function SetPage() {
  const t = useWords(words);
  const { setId } = route.useParams();
  const query = useQuery(askedSet(setId));
  const set = query.data?.questionSet;
  return (
    <Page
      title={set?.name ?? t('sets')}
      above={<BackLink to="/tests">{t('backToTests')}</BackLink>}
      actions={set && <Actions set={set} />}
    >
      <Loaded query={query}>
        {() =>
          set ? (
            <>
              <Title order={2} size={16} mb="xs">
                {t('runs')}
              </Title>
              <Runs setId={set.id} empty={<Notice icon={IconPlayerPlay} title={t('noRuns')} />} />
              <Questions set={set} />
            </>
          ) : (
            <Missing />
          )
        }
      </Loaded>
    </Page>
  );
}

function Actions({ set }: { set: QuestionSet }) {
  const t = useWords(words);
  const format = useFormat();
  const faultText = useFaultText();
  const navigate = useNavigate();
  const { may } = useMe();
  const [renaming, rename] = useDisclosure();
  const [removing, remove] = useDisclosure();
  const run = useMutation({
    mutationFn: () => act(StartBatch, { setId: set.id }),
    onSuccess: async ({ trial }) => {
      await queries.invalidateQueries({ queryKey: TRIALS });
      tellDone(t('running'));
      if (trial) await navigate({ to: '/tests/runs/$trialId', params: { trialId: trial.id } });
    },
    onError: (thrown) => tellFault(faultText.of(thrown)),
  });
  if (!may('EDITOR')) return null;
  return (
    <>
      <Button variant="default" onClick={remove.open}>
        {t('remove')}
      </Button>
      <Button variant="default" onClick={rename.open}>
        {t('rename')}
      </Button>
      <Button
        leftSection={<IconPlayerPlay size={16} />}
        loading={run.isPending}
        disabled={set.size === 0}
        onClick={() => run.mutate()}
      >
        {t('run')}
      </Button>
      <Dialog opened={renaming} close={rename.close} title={t('rename')}>
        <RenameForm set={set} close={rename.close} />
      </Dialog>
      <Confirm
        opened={removing}
        close={remove.close}
        title={t('removeSet')}
        act={t('remove')}
        run={async () => {
          await act(RemoveSet, { setId: set.id });
          await navigate({ to: '/tests' });
          await queries.invalidateQueries({ queryKey: TRIALS });
          tellDone(t('removed'));
        }}
      >
        {t('removeSetText', { count: format.number(set.size) })}
      </Confirm>
    </>
  );
}

function RenameForm({ set, close }: { set: QuestionSet; close: () => void }) {
  const t = useWords(words);
  const form = useForm({
    initialValues: { name: set.name },
    validate: { name: isNotEmpty(t('required')) },
  });
  const { fault, busy, onSubmit } = useSubmit(form, async ({ name }) => {
    await act(RenameSet, { setId: set.id, name });
    await queries.invalidateQueries({ queryKey: TRIALS });
    close();
    tellDone(t('renamed'));
  });
  return (
    <DialogForm onSubmit={onSubmit} fault={fault} busy={busy} submit={t('rename')} close={close}>
      <TextInput label={t('name')} data-autofocus required autoComplete="off" {...form.getInputProps('name')} />
    </DialogForm>
  );
}
