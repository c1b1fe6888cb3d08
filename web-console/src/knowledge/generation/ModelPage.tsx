import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../language/language';
import { Loaded } from '../../page/Loaded';
import { Page } from '../../page/Page';
import { Section } from '../../page/Section';
import { AskPanel } from '../ask/AskPanel';
import { askedGeneration } from './documents';
import { ModelForm } from './ModelForm';
import { words } from './words';

/** The language model that words the bot's answers. */
export function ModelPage() {
  const t = useWords(words);
  const query = useQuery(askedGeneration);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Section title={t('model')} text={t('modelText')}>
        <Loaded query={query}>
          {({ generation }) => <ModelForm key={generation?.version ?? 0} now={generation} />}
        </Loaded>
      </Section>
      {query.data?.generation && (
        <Section title={t('try')} text={t('tryText')}>
          <AskPanel />
        </Section>
      )}
    </Page>
  );
}
