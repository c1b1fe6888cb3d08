import { Box, Button, Center, Table } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../language/language';
import { failureOf } from '../transport/failure';
import { Fault } from './Fault';
import { useFaultText } from './faults';
import { FailureNotice, RowsSkeleton } from './states';
import classes from './table.module.css';
import { words } from './words';

/** A page of a list, as connections have it. */
export type Stretch<Row> = { nodes: readonly Row[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

type Column = { label: string; phone?: boolean; width?: number | string };

type Props<Row> = {
  /** What the list is of, for those who do not see it. */
  label: string;
  query: UseInfiniteQueryResult<InfiniteData<Stretch<Row>>, Error>;
  columns: readonly Column[];
  /** The cells, one for each column. */
  row: (row: Row) => readonly ReactNode[];
  keyOf: (row: Row) => string;
  empty: ReactNode;
};

/** A list that grows by a button; columns that are not for the phone step aside there. */
export function List<Row>({ label, query, columns, row, keyOf, empty }: Props<Row>) {
  const t = useWords(words);
  const faults = useFaultText();
  if (query.data === undefined) {
    if (query.isError) return <FailureNotice failure={failureOf(query.error)} retry={() => query.refetch()} />;
    return <RowsSkeleton />;
  }
  const rows = query.data.pages.flatMap((page) => page.nodes);
  if (rows.length === 0) return <Box className={classes.empty}>{empty}</Box>;
  return (
    <>
      <div className={classes.scroll}>
        <Table className={classes.table} aria-label={label} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column.label} {...(column.phone ? {} : { visibleFrom: 'sm' })} w={column.width}>
                  {column.label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((each) => (
              <Table.Tr key={keyOf(each)}>
                {row(each).map((cell, place) => (
                  <Table.Td key={columns[place]?.label} {...(columns[place]?.phone ? {} : { visibleFrom: 'sm' })}>
                    {cell}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {query.isFetchNextPageError && <Fault>{faults.of(query.error)}</Fault>}
      {query.hasNextPage && (
        <Center mt="md">
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {t('more')}
          </Button>
        </Center>
      )}
    </>
  );
}
