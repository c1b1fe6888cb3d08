import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../language/language';
import { Loaded } from '../../page/Loaded';
import { Page } from '../../page/Page';
import { Section } from '../../page/Section';
import { askedThresholds, askedWords } from './documents';
import { SensitiveForm } from './SensitiveForm';
import { SynonymsForm } from './SynonymsForm';
import { ThresholdsForm } from './ThresholdsForm';
import { words } from './words';

/** By what the bot decides: how sure it must be, what customers say for its words, what it keeps out of. */
export function AnsweringPage() {
  const t = useWords(words);
  const thresholds = useQuery(askedThresholds);
  const lists = useQuery(askedWords);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Section title={t('sureness')} text={t('surenessText')}>
        <Loaded query={thresholds}>
          {({ answeringThresholds }) => answeringThresholds && <ThresholdsForm now={answeringThresholds} />}
        </Loaded>
      </Section>
      <Section title={t('synonyms')} text={t('synonymsText')}>
        <Loaded query={lists}>
          {({ answeringWords }) =>
            answeringWords && <SynonymsForm key={answeringWords.version} lists={answeringWords} />
          }
        </Loaded>
      </Section>
      <Section title={t('sensitive')} text={t('sensitiveText')}>
        <Loaded query={lists}>
          {({ answeringWords }) =>
            answeringWords && <SensitiveForm key={answeringWords.version} lists={answeringWords} />
          }
        </Loaded>
      </Section>
    </Page>
  );
}
