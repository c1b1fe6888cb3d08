import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import classes from './BackLink.module.css';

/** The way up to the list that a page belongs to. */
export function BackLink({ to, children }: { to: NonNullable<LinkProps['to']>; children: string }) {
  return (
    <Anchor size="sm" className={classes.link} renderRoot={(props) => <Link to={to} {...props} />}>
      <IconArrowLeft size={14} aria-hidden />
      {children}
    </Anchor>
  );
}
