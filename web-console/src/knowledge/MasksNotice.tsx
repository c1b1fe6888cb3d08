import { Alert } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useWords } from '../language/language';
import { words } from './words';

/** That a text holds masks of personal data, which customers would read as they are. */
export function MasksNotice({ masks }: { masks: readonly string[] }) {
  const t = useWords(words);
  if (masks.length === 0) return null;
  return (
    <Alert color="yellow" my="md" icon={<IconEyeOff size={18} />} title={t('masks')} role="status">
      {t('masksText', { masks: masks.join(', ') })}
    </Alert>
  );
}
