import { Badge, Group, Stack, Table, Text } from '@mantine/core';
import { IconPlus, IconTargetArrow } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { LinkButton } from '../../page/LinkButton';
import { Loaded } from '../../page/Loaded';
import { Page } from '../../page/Page';
import { RowLink } from '../../page/RowLink';
import { Section } from '../../page/Section';
import { Notice } from '../../page/states';
import classes from '../../page/table.module.css';
import { askedIntents, type IntentSet } from './documents';
import { ThresholdForm } from './ThresholdForm';
import { TryPanel } from './TryPanel';
import { words } from './words';

/** What customers want done, how well the bot recognises it, and a place to try. */
export function IntentsPage() {
  const t = useWords(words);
  const query = useQuery(askedIntents);
  const create = (
    <LinkButton to="/intents/new" leftSection={<IconPlus size={16} />}>
      {t('newIntent')}
    </LinkButton>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={create}>
      <Loaded query={query}>
        {({ intents: set }) =>
          set &&
          (set.intents.length === 0 ? (
            <Notice icon={IconTargetArrow} title={t('noIntents')} text={t('noIntentsText')} action={create} />
          ) : (
            <Stack gap="xl">
              <IntentTable intents={set.intents} />
              <div>
                <Section title={t('tryTitle')} text={t('tryText')}>
                  <TryPanel />
                </Section>
                <Section title={t('accuracy')} text={t('accuracyText')}>
                  <Stack gap="md">
                    <Accuracy set={set} />
                    <ThresholdForm key={set.threshold} threshold={set.threshold} />
                  </Stack>
                </Section>
              </div>
            </Stack>
          ))
        }
      </Loaded>
    </Page>
  );
}

function IntentTable({ intents }: { intents: IntentSet['intents'] }) {
  const t = useWords(words);
  const format = useFormat();
  return (
    <div className={classes.scroll}>
      <Table className={classes.table} aria-label={t('title')} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('name')}</Table.Th>
            <Table.Th>{t('does')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('group')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('examples')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {intents.map((intent) => (
            <Table.Tr key={intent.name}>
              <Table.Td>
                <Group gap="xs">
                  <RowLink to="/intents/of/$name" params={{ name: intent.name }}>
                    {intent.name}
                  </RowLink>
                  {!intent.enabled && (
                    <Badge variant="light" color="gray">
                      {t('off')}
                    </Badge>
                  )}
                </Group>
              </Table.Td>
              <Table.Td>
                {intent.steps.length === 0
                  ? t('handsOver')
                  : t('stepCount', { count: format.number(intent.steps.length) })}
              </Table.Td>
              <Table.Td visibleFrom="sm">{intent.skillGroup?.name}</Table.Td>
              <Table.Td visibleFrom="sm">{format.number(intent.examples.length)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Accuracy({ set }: { set: IntentSet }) {
  const t = useWords(words);
  const format = useFormat();
  const newest = set.trainings[0];
  if (!newest) return <Text c="dimmed">{t('notLearned')}</Text>;
  return (
    <div>
      <Text fz={28} fw={620} lh={1.2}>
        {Math.round(newest.accuracy * 100)} %
      </Text>
      <Text c="dimmed" size="sm">
        {t('learned', { examples: format.number(newest.examples), intents: format.number(newest.intents) })}
      </Text>
    </div>
  );
}
