import { Skeleton, Stack } from '@mantine/core';
import { useWords } from '../language/language';
import classes from './Charts.module.css';
import { words } from './words';

/** The shape of the report while it is on its way. */
export function BoardSkeleton() {
  const t = useWords(words);
  return (
    <Stack gap="md" role="status" aria-label={t('loading')}>
      <Skeleton height={132} radius="lg" />
      <div className={classes.grid}>
        <Skeleton className={classes.wide ?? ''} height={320} radius="lg" />
        <Skeleton height={280} radius="lg" />
        <Skeleton height={280} radius="lg" />
        <Skeleton height={280} radius="lg" />
      </div>
    </Stack>
  );
}
