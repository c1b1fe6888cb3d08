import { Button, Code } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useWords } from '../language/language';
import { FailureNotice, Notice } from '../page/states';
import { Failed } from '../transport/failure';
import { words } from './words';

/** What stands there when a screen threw: a lost answer, a part of the console that could not be fetched, or a fault. */
export function Crashed({ error, reset }: { error: unknown; reset: () => void }) {
  const t = useWords(words);
  if (error instanceof Failed) return <FailureNotice failure={error.failure} retry={reset} />;
  return (
    <Notice
      icon={IconAlertTriangle}
      tone="bad"
      title={t('oops')}
      text={
        <>
          {t('oopsText')} <Code>{error instanceof Error ? error.message : String(error)}</Code>
        </>
      }
      action={<Button onClick={() => location.reload()}>{t('reload')}</Button>}
    />
  );
}
