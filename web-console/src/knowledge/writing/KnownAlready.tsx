import { Alert, Anchor, List } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../language/language';
import { askedBot } from '../documents';
import { words } from './words';

const PAUSE = 700;
const SHORTEST = 4;

/** While a question is written: published entries that the bot would answer it with already. */
export function KnownAlready({ question, locale }: { question: string; locale: string }) {
  const t = useWords(words);
  const [settled] = useDebouncedValue(question.trim(), PAUSE);
  const known = askedBot(settled, locale, null, true);
  const found = useQuery({ ...known, enabled: [...settled].length >= SHORTEST }).data?.askBot;
  if (!found || found.decision === 'HANDOVER' || found.candidates.length === 0) return null;
  const shown = found.decision === 'ANSWER' ? found.candidates.slice(0, 1) : found.candidates;
  return (
    <Alert variant="light" color="yellow" icon={<IconInfoCircle size={18} />} title={t('known')} role="status">
      <List size="sm" listStyleType="none">
        {shown.map(({ entry, question: other }) => (
          <List.Item key={`${entry?.id} ${other}`}>
            {/* in another tab: what is written here stays */}
            <Anchor inherit href={`/console/knowledge/${entry?.id}`} target="_blank" rel="noreferrer">
              {other}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
