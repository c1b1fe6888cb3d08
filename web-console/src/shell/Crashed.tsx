import { Button, Code } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useWords } from '../language/language';
import { Page } from '../page/Page';
import { FailureNotice, Notice } from '../page/states';
import { Failed } from '../transport/failure';
import { words } from './words';

/** What stands there when a screen threw: a lost answer, a part of the console that could not be fetched, or a fault. */
export function Crashed({ error, reset }: { error: unknown; reset: () => void }) {
  const t = useWords(words);
  return (
    <Page title={t('oops')}>
      {error instanceof Failed ? (
        <FailureNotice failure={error.failure} retry={reset} />
      ) : (
        <Notice
          icon={IconAlertTriangle}
          tone="bad"
          title={t('oopsTitle')}
          text={
            <>
              {t('oopsText')} <Code>{error instanceof Error ? error.message : String(error)}</Code>
            </>
          }
          action={<Button onClick={() => location.reload()}>{t('reload')}</Button>}
        />
      )}
    </Page>
  );
}
