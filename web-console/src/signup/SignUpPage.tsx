import { useWords } from '../language/language';
import { Page } from '../page/Page';
import { words } from './words';

export function SignUpPage() {
  const t = useWords(words);
  return (
    <Page title={t('title')}>
      <div />
    </Page>
  );
}
