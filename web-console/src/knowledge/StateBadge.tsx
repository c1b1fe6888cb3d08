import { Badge } from '@mantine/core';
import { useWords } from '../language/language';
import type { VersionState } from './states';
import { words } from './words';

const COLOURS: Record<VersionState, string> = {
  DRAFT: 'gray',
  IN_REVIEW: 'yellow',
  APPROVED: 'blue',
  PUBLISHED: 'teal',
  RETIRED: 'gray',
};

/** Where a version stands on its way to the bot. */
export function StateBadge({ state }: { state: VersionState }) {
  const t = useWords(words);
  return (
    <Badge variant={state === 'RETIRED' ? 'outline' : 'light'} color={COLOURS[state]} radius="sm" tt="none" fw={550}>
      {t(state)}
    </Badge>
  );
}
