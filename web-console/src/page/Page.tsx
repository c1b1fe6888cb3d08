import { Box, Group, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './Page.module.css';

type Props = {
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** The way up, over the title. */
  above?: ReactNode;
  /** Buttons at the end of the title's line. */
  actions?: ReactNode;
  /** `wide` for tables and charts, `full` for screens that divide the window themselves. */
  width?: 'text' | 'wide' | 'full';
  children: ReactNode;
};

/** What every screen is in: its title, for the reader and the browser's tab, and its content. */
export function Page({ title, lead, above, actions, width = 'wide', children }: Props) {
  useDocumentTitle(`${title} · Wenda`);
  return (
    <Box className={classes.page} data-width={width}>
      <Group className={classes.head} justify="space-between" align="flex-start" wrap="wrap" gap="sm">
        <div>
          {above}
          <Title order={1} className={classes.title}>
            {title}
          </Title>
          {lead && (
            <Text c="dimmed" mt={4} className={classes.lead}>
              {lead}
            </Text>
          )}
        </div>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Box>
  );
}
