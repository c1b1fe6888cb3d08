import { Skeleton, Stack } from '@mantine/core';
import { useWords } from '../../language/language';
import { words as pageWords } from '../../page/words';

const LINES = [
  { width: '46%', side: 'flex-start' },
  { width: '58%', side: 'flex-end' },
  { width: '32%', side: 'flex-start' },
  { width: '50%', side: 'flex-end' },
] as const;

/** A conversation on its way. */
export function PaneSkeleton() {
  const t = useWords(pageWords);
  return (
    <Stack p="md" gap="lg" role="status" aria-label={t('loading')}>
      <Skeleton height={28} width="40%" />
      {LINES.map(({ width, side }) => (
        <Skeleton key={width} height={48} width={width} style={{ alignSelf: side }} radius="lg" />
      ))}
    </Stack>
  );
}
