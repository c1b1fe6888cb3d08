import { Badge, Text } from '@mantine/core';
import { useWords } from '../../language/language';
import type { Head } from '../conversation/documents';
import { Card } from './Card';
import { words } from './words';

/** What its agent noted about it at the end, for the next one. */
export function EndCard({ disposition, summary }: Pick<Head, 'disposition' | 'summary'>) {
  const t = useWords(words);
  return (
    <Card
      title={t('end')}
      action={
        disposition && (
          <Badge variant="light" color="gray" tt="none" fw={500} radius="sm">
            {disposition}
          </Badge>
        )
      }
    >
      {summary && <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{summary}</Text>}
    </Card>
  );
}
