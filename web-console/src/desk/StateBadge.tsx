import { Badge } from '@mantine/core';
import { useWords } from '../language/language';
import type { EnumOf } from '../transport/graphql';
import { words } from './words';

type State = EnumOf<'ConversationState'>;

const COLORS: Record<State, string> = {
  BOT: 'violet',
  QUEUED: 'orange',
  ACTIVE: 'teal',
  WRAP_UP: 'ink',
  CLOSED: 'gray',
};

/** Who owns a conversation now. */
export function StateBadge({ state }: { state: State }) {
  const t = useWords(words);
  return (
    <Badge variant="light" color={COLORS[state]} tt="none" fw={550} flex="none">
      {t(state)}
    </Badge>
  );
}
