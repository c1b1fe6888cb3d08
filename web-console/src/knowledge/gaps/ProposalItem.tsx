import { Button, Group, Paper, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Answer } from '../../markdown/Answer';
import { useFaultText } from '../../page/faults';
import { tellDone, tellFault } from '../../page/tell';
import { useMe } from '../../session/me';
import { useAct } from '../../transport/queries';
import { KNOWLEDGE } from '../documents';
import { MasksNotice } from '../MasksNotice';
import { acceptProposal, dismissProposal, type Proposal } from './documents';
import classes from './Gaps.module.css';
import { words } from './words';

/** What an agent answered, to be made knowledge or not. */
export function ProposalItem({ proposal }: { proposal: Proposal }) {
  const t = useWords(words);
  const format = useFormat();
  const { may } = useMe();
  return (
    <Paper component="li" withBorder radius="md" p="md" className={classes.item}>
      <div>
        <Text fw={550} lang={proposal.locale} className={classes.text}>
          {proposal.question}
        </Text>
        <Text size="sm" c="dimmed">
          {t('said', { count: format.number(proposal.times) })} · {format.ago(proposal.lastSaidAt)}
        </Text>
        <div className={classes.answer} lang={proposal.locale}>
          <Answer text={proposal.answer} />
        </div>
        <MasksNotice masks={proposal.masks} />
      </div>
      {may('EDITOR') && <Actions proposal={proposal} />}
    </Paper>
  );
}

function Actions({ proposal }: { proposal: Proposal }) {
  const t = useWords(words);
  const faults = useFaultText();
  const navigate = useNavigate();
  const accept = useAct(acceptProposal, KNOWLEDGE);
  const dismiss = useAct(dismissProposal, KNOWLEDGE);
  const onError = (thrown: Error) => tellFault(faults.of(thrown));
  return (
    <Group gap="xs" className={classes.actions}>
      <Button
        size="xs"
        variant="light"
        loading={accept.isPending}
        onClick={() =>
          accept.mutate(proposal.id, {
            onError,
            onSuccess: (entryId) => {
              tellDone(t('drafted'));
              if (entryId) return navigate({ to: '/knowledge/$entryId/edit', params: { entryId } });
            },
          })
        }
      >
        {t('accept')}
      </Button>
      <Button
        size="xs"
        variant="default"
        loading={dismiss.isPending}
        onClick={() => dismiss.mutate(proposal.id, { onError, onSuccess: () => tellDone(t('dismissed')) })}
      >
        {t('dismiss')}
      </Button>
    </Group>
  );
}
