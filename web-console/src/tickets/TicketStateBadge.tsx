import { Badge } from '@mantine/core';
import { useWords } from '../language/language';
import type { TicketState } from './documents';
import { words } from './words';

const COLORS: Record<TicketState, string> = {
  OPEN: 'orange',
  IN_PROGRESS: 'ink',
  WAITING: 'violet',
  RESOLVED: 'teal',
  CLOSED: 'gray',
};

/** Where a ticket stands. */
export function TicketStateBadge({ state }: { state: TicketState }) {
  const t = useWords(words);
  return (
    <Badge variant="light" color={COLORS[state]} tt="none" fw={550} miw="max-content">
      {t(state)}
    </Badge>
  );
}
