import { useWords } from '../language/language';
import { Page } from '../page/Page';
import { Missing } from '../page/states';
import { words } from './words';

/** The screen at an address that the console does not have. */
export function NotFound() {
  const t = useWords(words);
  return (
    <Page title={t('notFound')}>
      <Missing />
    </Page>
  );
}
