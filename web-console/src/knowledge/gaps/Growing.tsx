import { Box, Button, Center } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../language/language';
import { Loaded } from '../../page/Loaded';
import { RowsSkeleton } from '../../page/states';
import table from '../../page/table.module.css';
import classes from './Gaps.module.css';
import { words } from './words';

type Props<Item> = {
  query: UseInfiniteQueryResult<InfiniteData<{ nodes: readonly Item[] }>, Error>;
  item: (item: Item) => ReactNode;
  empty: ReactNode;
};

/** Cards below one another, more of them by a button. */
export function Growing<Item>({ query, item, empty }: Props<Item>) {
  const t = useWords(words);
  return (
    <Loaded query={query} skeleton={<RowsSkeleton rows={4} height={64} />}>
      {({ pages }) => {
        const items = pages.flatMap(({ nodes }) => nodes);
        if (items.length === 0) return <Box className={table.empty}>{empty}</Box>;
        return (
          <>
            <ul className={classes.list}>{items.map(item)}</ul>
            {query.hasNextPage && (
              <Center mt="md">
                <Button variant="default" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
                  {t('more')}
                </Button>
              </Center>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
