import { Paper, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Loaded } from '../../page/Loaded';
import { RowsSkeleton } from '../../page/states';
import table from '../../page/table.module.css';
import { askedPreview, type Preview, type Thresholds } from './documents';
import classes from './PreviewPanel.module.css';
import { words } from './words';

const COUNTS = ['answered', 'askedBack', 'handedOver'] as const;

/** What became of the last questions, and what would become of them with other thresholds. */
export function PreviewPanel({ answer, clarify, isNow }: Thresholds & { isNow: boolean }) {
  const t = useWords(words);
  const preview = useQuery(askedPreview({ answer, clarify }));
  return (
    <Paper withBorder radius="md" p="md" aria-live="polite" aria-busy={preview.isFetching}>
      <Loaded query={preview} skeleton={<RowsSkeleton rows={3} />}>
        {({ answeringPreview: it }) =>
          it === null || it.questions === 0 ? (
            <Text size="sm" c="dimmed">
              {t('noQuestions')}
            </Text>
          ) : (
            <>
              <Counts preview={it} isNow={isNow} />
              {!isNow && <Changed preview={it} />}
            </>
          )
        }
      </Loaded>
    </Paper>
  );
}

function Counts({ preview, isNow }: { preview: Preview; isNow: boolean }) {
  const t = useWords(words);
  const format = useFormat();
  const { questions, now, then } = preview;
  const share = (count: number) => format.percent(count / questions, 0);
  return (
    <>
      <Text size="sm" fw={550} mb="sm">
        {t('ofQuestions', { count: format.number(questions) })}
      </Text>
      <dl className={classes.counts}>
        {COUNTS.map((name) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>
              {share(now[name])}
              {!isNow && <> → {share(then[name])}</>}
            </dd>
          </div>
        ))}
      </dl>
      {isNow && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('moveThem')}
        </Text>
      )}
    </>
  );
}

function Changed({ preview: { changes, changed } }: { preview: Preview }) {
  const t = useWords(words);
  const format = useFormat();
  return (
    <>
      <Text size="sm" mt="sm">
        {changes === 0 ? t('noChanges') : t('changes', { count: format.number(changes) })}
      </Text>
      {changed.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <section className={classes.changed} tabIndex={0} aria-label={t('changedQuestions')}>
          <Table className={table.table} aria-label={t('changedQuestions')} fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('question')}</Table.Th>
                <Table.Th w={70}>{t('sure')}</Table.Th>
                <Table.Th w={150}>{t('becomes')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {changed.map((each, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: questions have no identity
                <Table.Tr key={place}>
                  <Table.Td>
                    {each.question}
                    <Text size="xs" c="dimmed">
                      {t('nearest', { question: each.nearest })}
                    </Text>
                  </Table.Td>
                  <Table.Td>{format.percent(each.confidence, 0)}</Table.Td>
                  <Table.Td>
                    <Text size="xs" c="dimmed" span>
                      {t(each.now)} →
                    </Text>{' '}
                    <Text size="sm" fw={550} span>
                      {t(each.then)}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
      {changes > changed.length && (
        <Text size="xs" c="dimmed" mt="xs">
          {t('newest', { count: format.number(changed.length) })}
        </Text>
      )}
    </>
  );
}
