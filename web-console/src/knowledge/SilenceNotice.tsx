import { Alert } from '@mantine/core';
import { IconClockPause } from '@tabler/icons-react';
import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import { words } from './words';

type Text = { number: number; validity: { from: string | null } };

/** That a version which is valid only later would leave the bot without an answer until then. */
export function SilenceNotice({
  entry,
  shown,
}: {
  entry: { published: Text | null };
  shown: Text & { state: string };
}) {
  const t = useWords(words);
  const format = useFormat();
  const { from } = shown.validity;
  const { published } = entry;
  const isPublished = shown.state === 'PUBLISHED' || shown.state === 'RETIRED';
  if (!published || isPublished || from === null || Date.parse(from) <= Date.now()) return null;
  return (
    <Alert color="yellow" my="md" icon={<IconClockPause size={18} />} title={t('silence')} role="status">
      {t('silenceText', { number: published.number, when: format.dateTime(from) })}
    </Alert>
  );
}
