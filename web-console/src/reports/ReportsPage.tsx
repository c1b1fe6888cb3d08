import { useWords } from '../language/language';
import { Page } from '../page/Page';
import { words } from './words';

export function ReportsPage() {
  const t = useWords(words);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div />
    </Page>
  );
}
