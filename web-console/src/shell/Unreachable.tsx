import { useWords } from '../language/language';
import { Page } from '../page/Page';
import { FailureNotice } from '../page/states';
import { Looks } from './Looks';
import { words } from './words';

/** The page came, the issuer does not answer. */
export function Unreachable() {
  return (
    <Looks>
      <Said />
    </Looks>
  );
}

function Said() {
  const t = useWords(words);
  return (
    <Page title={t('oops')}>
      <FailureNotice failure={{ kind: 'unreachable' }} retry={() => location.reload()} />
    </Page>
  );
}
