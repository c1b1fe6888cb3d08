import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useLanguage, useWords } from '../../language/language';
import { LinkButton } from '../../page/LinkButton';
import { Page } from '../../page/Page';
import { Forbidden } from '../../page/states';
import { tellDone } from '../../page/tell';
import { useMe } from '../../session/me';
import { useAct } from '../../transport/queries';
import { createEntry, type Writing } from '../acts';
import { KNOWLEDGE, similarTo } from '../documents';
import { UNLIMITED } from '../limits';
import { LOCALES } from '../locales';
import { EntryForm } from './EntryForm';
import { KnownAlready } from './KnownAlready';
import { words } from './words';

const route = getRouteApi('/shell/knowledge/new');

/** A new entry; its first version is a draft. */
export function NewEntryPage() {
  const t = useWords(words);
  const { language } = useLanguage();
  const { may } = useMe();
  const { question = '', locale } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const create = useAct(createEntry, KNOWLEDGE);

  async function submit(writing: Writing) {
    const { entry, similar } = await create.mutateAsync(writing);
    tellDone(t('draftSaved'));
    if (entry) {
      client.setQueryData(similarTo(entry.id), similar ?? []);
      await navigate({ to: '/knowledge/$entryId', params: { entryId: entry.id }, search: {}, ignoreBlocker: true });
    }
  }

  return (
    <Page title={t('newEntry')} lead={t('newLead')} width="text">
      {may('EDITOR') ? (
        <EntryForm
          begin={{
            locale: LOCALES.find((each) => each === locale) ?? language,
            question,
            similarQuestions: [''],
            answer: '',
            category: '',
            tags: [],
            limits: UNLIMITED,
          }}
          isNew
          submit={submit}
          save={t('saveDraft')}
          cancel={
            <LinkButton to="/knowledge" variant="default">
              {t('cancel')}
            </LinkButton>
          }
          beside={(written, locale) => <KnownAlready question={written} locale={locale} />}
        />
      ) : (
        <Forbidden roles={['EDITOR']} />
      )}
    </Page>
  );
}
