import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { BackLink } from '../../page/BackLink';
import { Loaded } from '../../page/Loaded';
import { Page } from '../../page/Page';
import { Section } from '../../page/Section';
import { Missing } from '../../page/states';
import { act } from '../../transport/request';
import { askedIntent, type History, UpdateIntent } from './documents';
import { draftOf, inputOf } from './draft';
import { IntentForm } from './IntentForm';
import { words } from './words';

const route = getRouteApi('/shell/intents/of/$name');

/** One intent: its examples, slots and steps, and the versions before. */
export function IntentPage() {
  const t = useWords(words);
  const { name } = route.useParams();
  const query = useQuery(askedIntent(name));
  return (
    <Page title={name} above={<BackLink to="/intents">{t('backToIntents')}</BackLink>}>
      <Loaded query={query}>
        {({ intent: history, intents }) =>
          history ? (
            <>
              <IntentForm
                key={history.intent.version}
                begin={draftOf(history.intent)}
                connectors={intents?.connectors ?? []}
                keep={(draft) =>
                  act(UpdateIntent, {
                    ...inputOf(draft),
                    enabled: draft.enabled,
                    version: history.intent.version,
                  })
                }
              />
              <Versions versions={history.versions} />
            </>
          ) : (
            <Missing />
          )
        }
      </Loaded>
    </Page>
  );
}

function Versions({ versions }: { versions: History['versions'] }) {
  const t = useWords(words);
  const format = useFormat();
  return (
    <Section title={t('versions')}>
      <Stack gap={4}>
        {versions.map(({ version, changedAt, changedBy }) => (
          <Text key={version} size="sm">
            {t('version', { number: version })} ·{' '}
            <Text span c="dimmed">
              {format.dateTime(changedAt)} {t('by', { name: changedBy?.name ?? t('aProgram') })}
            </Text>
          </Text>
        ))}
      </Stack>
    </Section>
  );
}
