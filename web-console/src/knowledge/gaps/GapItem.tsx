import { Badge, Button, Group, Paper, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { useFaultText } from '../../page/faults';
import { LinkButton } from '../../page/LinkButton';
import { tellDone, tellFault } from '../../page/tell';
import { useMe } from '../../session/me';
import { useAct } from '../../transport/queries';
import { KNOWLEDGE } from '../documents';
import { dismissGap, draftGap, type Gap, reopenGap } from './documents';
import classes from './Gaps.module.css';
import { words } from './words';

const MOST_EXAMPLES = 4;

/** One gap: how often it was asked, what it cost, how it was asked, and what to do about it. */
export function GapItem({ gap }: { gap: Gap }) {
  const t = useWords(words);
  const format = useFormat();
  const { may } = useMe();
  const figures = [
    t('asked', { count: format.number(gap.volume) }),
    t('minutes', { count: format.number(Math.round(gap.minutes)) }),
    t('last', { when: format.ago(gap.lastAskedAt) }),
    ...(gap.reopenedAt ? [t('reopened', { when: format.ago(gap.reopenedAt) })] : []),
  ];
  const causes = [...new Set(gap.questions.nodes.map(({ cause }) => cause))];
  return (
    <Paper component="li" withBorder radius="md" p="md" className={classes.item}>
      <div>
        <Text fw={550} lang={gap.locale} className={classes.text}>
          {gap.question}
        </Text>
        <Text size="sm" c="dimmed">
          {figures.join(' · ')}
        </Text>
        {gap.comment && (
          <Text size="sm" mt="xs" className={classes.text}>
            {gap.comment}
          </Text>
        )}
        <Examples gap={gap} />
        <Group gap={6} mt="xs">
          {causes.map((cause) => (
            <Badge key={cause} variant="default" radius="sm" tt="none" fw={500}>
              {t(cause)}
            </Badge>
          ))}
        </Group>
      </div>
      <Group gap="xs" className={classes.actions}>
        {gap.entry && (may('EDITOR') || gap.state === 'DONE') && (
          <LinkButton size="xs" variant="default" to="/knowledge/$entryId" params={{ entryId: gap.entry.id }}>
            {t('toEntry')}
          </LinkButton>
        )}
        {may('EDITOR') && <Actions gap={gap} />}
      </Group>
    </Paper>
  );
}

/** Other ways in which it was asked, each once. */
function Examples({ gap }: { gap: Gap }) {
  const seen = new Set([gap.question]);
  const others = gap.questions.nodes.filter(({ question }) => !seen.has(question) && seen.add(question));
  if (others.length === 0) return null;
  return (
    <ul className={classes.examples}>
      {others.slice(0, MOST_EXAMPLES).map(({ question, locale }) => (
        <li key={question} lang={locale}>
          {question}
        </li>
      ))}
    </ul>
  );
}

function Actions({ gap }: { gap: Gap }) {
  const t = useWords(words);
  const faults = useFaultText();
  const navigate = useNavigate();
  const draft = useAct(draftGap, KNOWLEDGE);
  const dismiss = useAct(dismissGap, KNOWLEDGE);
  const reopen = useAct(reopenGap, KNOWLEDGE);
  const onError = (thrown: Error) => tellFault(faults.of(thrown));
  if (gap.state !== 'OPEN') {
    return (
      <Button
        size="xs"
        variant="default"
        loading={reopen.isPending}
        onClick={() => reopen.mutate(gap.id, { onError, onSuccess: () => tellDone(t('reopened_')) })}
      >
        {t('reopen')}
      </Button>
    );
  }
  return (
    <>
      <Button
        size="xs"
        variant="light"
        loading={draft.isPending}
        onClick={() =>
          draft.mutate(gap.id, {
            onError,
            onSuccess: (entryId) => {
              tellDone(t('drafted'));
              if (entryId) return navigate({ to: '/knowledge/$entryId/edit', params: { entryId } });
            },
          })
        }
      >
        {gap.entry ? t('draftMore') : t('draft')}
      </Button>
      <Button
        size="xs"
        variant="default"
        loading={dismiss.isPending}
        onClick={() => dismiss.mutate(gap.id, { onError, onSuccess: () => tellDone(t('dismissed')) })}
      >
        {t('dismiss')}
      </Button>
    </>
  );
}
