import { Alert, List } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { TextLink } from '../../page/TextLink';
import type { Similar } from '../acts';
import { similarTo } from '../documents';
import { words } from './words';

/** After a save: what is published already and asks nearly the same. */
export function SimilarNotice({ entryId }: { entryId: string }) {
  const t = useWords(words);
  const format = useFormat();
  const similar = useQuery<readonly Similar[]>({ queryKey: similarTo(entryId), queryFn: skipToken }).data ?? [];
  if (similar.length === 0) return null;
  return (
    <Alert color="yellow" mb="md" icon={<IconCopy size={18} />} title={t('similarTitle')} role="status">
      <List size="sm" listStyleType="none">
        {similar.map(({ entry, version, question, score, kind }) => (
          <List.Item key={`${entry.id} ${version}`}>
            <TextLink to="/knowledge/$entryId" params={{ entryId: entry.id }} search={{}}>
              {question}
            </TextLink>{' '}
            · {t(`similar_${kind}`)} · {format.number(Math.round(score * 100))} %
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
