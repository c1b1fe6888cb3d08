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
export function StateBadge({ state, size = 'md' }: { state: State; size?: 'sm' | 'md' }) {
  const t = useWords(words);
  return (
    <Badge size={size} variant="light" color={COLORS[state]} tt="none" fw={550} flex="none">
      {t(state)}
    </Badge>
  );
}
