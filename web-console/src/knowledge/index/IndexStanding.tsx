import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { useFaultText } from '../../page/faults';
import { TextLink } from '../../page/TextLink';
import { tellDone, tellFault } from '../../page/tell';
import { askedIndex, type Index, rebuildIndex } from './documents';
import { words } from './words';

/** Whether the bot searches in what is known, and a way to have that written again. */
export function IndexStanding() {
  const t = useWords(words);
  const format = useFormat();
  const faultText = useFaultText();
  const cache = useQueryClient();
  const index = useQuery(askedIndex).data;
  const rebuild = useMutation({
    mutationFn: rebuildIndex,
    onSuccess: () => tellDone(t('begun')),
    onError: (thrown) => tellFault(faultText.of(thrown)),
    onSettled: () => cache.invalidateQueries({ queryKey: askedIndex.queryKey }),
  });
  if (!index) return null;
  const due = Number(index.due);
  const count = format.number(Number(index.documents));
  const isUnderWay = index.rebuild !== null && index.rebuild.state !== 'DONE';

  return (
    <>
      <Refused refused={index.refused} />
      <Group justify="space-between" mt="xl">
        <Text c="dimmed" size="sm" role="status">
          {due > 0
            ? t('due', { due: format.number(due), count })
            : isUnderWay
              ? t('underWay')
              : t('upToDate', { count })}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          loading={rebuild.isPending}
          disabled={isUnderWay}
          onClick={() => rebuild.mutate()}
        >
          {t('rebuild')}
        </Button>
      </Group>
    </>
  );
}

/** What the bot cannot find, though it was submitted, and why. */
function Refused({ refused }: { refused: Index['refused'] }) {
  const t = useWords(words);
  if (refused.length === 0) return null;
  return (
    <Alert
      variant="light"
      color="yellow"
      mt="xl"
      icon={<IconAlertTriangle size={18} />}
      title={t('refusedTitle', { count: String(refused.length) })}
      role="status"
    >
      <Text size="sm">{t('refusedText')}</Text>
      <List size="sm" mt="xs">
        {refused.map(({ entry, version, reason }) => (
          <List.Item key={`${entry?.id} ${version}`}>
            {entry ? (
              <TextLink to="/knowledge/$entryId" params={{ entryId: entry.id }} search={{ version }}>
                {t('version', { entry: entry.latest.question, version: String(version) })}
              </TextLink>
            ) : (
              t('version', { entry: t('gone'), version: String(version) })
            )}
            <Text size="xs" c="dimmed" lineClamp={2}>
              {reason}
            </Text>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
