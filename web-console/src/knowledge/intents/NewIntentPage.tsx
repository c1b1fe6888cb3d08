import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../../language/language';
import { BackLink } from '../../page/BackLink';
import { Loaded } from '../../page/Loaded';
import { Page } from '../../page/Page';
import { act } from '../../transport/request';
import { askedIntents, CreateIntent } from './documents';
import { draftOf, inputOf } from './draft';
import { IntentForm } from './IntentForm';
import { words } from './words';

/** A new intent. */
export function NewIntentPage() {
  const t = useWords(words);
  const navigate = useNavigate();
  const query = useQuery(askedIntents);
  return (
    <Page title={t('newIntent')} above={<BackLink to="/intents">{t('backToIntents')}</BackLink>}>
      <Loaded query={query}>
        {({ intents }) => (
          <IntentForm
            begin={draftOf(null)}
            isNew
            connectors={intents?.connectors ?? []}
            keep={async (draft) => {
              await act(CreateIntent, inputOf(draft));
              await navigate({ to: '/intents' });
            }}
          />
        )}
      </Loaded>
    </Page>
  );
}
