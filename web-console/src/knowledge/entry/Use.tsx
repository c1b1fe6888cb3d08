import { Table, Title } from '@mantine/core';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { TextLink } from '../../page/TextLink';
import { useMe } from '../../session/me';
import type { Entry, Version } from '../documents';
import classes from './EntryPage.module.css';
import { words } from './words';

const FIGURES = ['shown', 'helpful', 'notHelpful', 'causedHandover'] as const;

/** What became of the answers of the version that is shown, and of the entry's in all. */
export function Use({ entry, shown }: { entry: Entry; shown: Version }) {
  const t = useWords(words);
  const format = useFormat();
  const { may } = useMe();
  if (!entry.use || !shown.use) return null;
  const columns = [shown.use, entry.use];
  const told = may('ANALYST') && (
    <TextLink
      to="/knowledge/$entryId/told"
      params={{ entryId: entry.id }}
      search={{ version: shown.number }}
      aria-label={t('toldLink', { count: format.number(shown.use.shown) })}
    >
      {format.number(shown.use.shown)}
    </TextLink>
  );
  return (
    <section aria-labelledby="use">
      <Title order={2} id="use" fz="md" mb="xs">
        {t('use')}
      </Title>
      <Table className={classes.use} mb="lg" fz="sm" withRowBorders={false} horizontalSpacing={0} verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            <Table.Th scope="col">{t('versionNumber', { number: shown.number })}</Table.Th>
            <Table.Th scope="col">{t('allVersions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {FIGURES.map((figure) => (
            <Table.Tr key={figure}>
              <Table.Th scope="row" fw={400}>
                {t(`use_${figure}`)}
              </Table.Th>
              {columns.map((use, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the version, then all
                <Table.Td key={place}>
                  {(figure === 'shown' && place === 0 && told) || format.number(use[figure])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row" fw={400}>
              {t('use_lastUsedAt')}
            </Table.Th>
            {columns.map(({ lastUsedAt }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the version, then all
              <Table.Td key={place}>{lastUsedAt ? format.ago(lastUsedAt) : '–'}</Table.Td>
            ))}
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </section>
  );
}
