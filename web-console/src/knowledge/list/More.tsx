import { Button, Group, Text } from '@mantine/core';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { words } from '../words';

type Props = {
  shown: number;
  total: number | null | undefined;
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
};

/** How much of a list of entries is shown, and the next page of it. */
export function More({ shown, total, query }: Props) {
  const t = useWords(words);
  const format = useFormat();
  return (
    <Group justify="space-between" mt="md">
      <Text c="dimmed" size="sm" role="status">
        {total === null || total === undefined
          ? t('shownOfMany', { shown: format.number(shown) })
          : t('shownOf', { shown: format.number(shown), total: format.number(total) })}
      </Text>
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Group>
  );
}
