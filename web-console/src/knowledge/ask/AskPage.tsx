import { getRouteApi } from '@tanstack/react-router';
import { useWords } from '../../language/language';
import { Page } from '../../page/Page';
import { Forbidden } from '../../page/states';
import { useMe } from '../../session/me';
import { AskPanel } from './AskPanel';
import { words } from './words';

const route = getRouteApi('/shell/knowledge/ask');

/** The bot's examination room, with an address of its own. */
export function AskPage() {
  const t = useWords(words);
  const { may } = useMe();
  const { question = '' } = route.useSearch();
  return (
    <Page title={t('ask')} lead={t('askLead')} width="text">
      {may('EDITOR', 'AGENT') ? (
        <AskPanel key={question} begin={question} />
      ) : (
        <Forbidden roles={['EDITOR', 'AGENT']} />
      )}
    </Page>
  );
}
