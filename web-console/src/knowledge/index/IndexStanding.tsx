import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { useFaultText } from '../../page/faults';
import { tellDone, tellFault } from '../../page/tell';
import { askedIndex, rebuildIndex } from './documents';
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
    <Group justify="space-between" mt="xl">
      <Text c="dimmed" size="sm" role="status">
        {due > 0 ? t('due', { due: format.number(due), count }) : isUnderWay ? t('underWay') : t('upToDate', { count })}
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
  );
}
