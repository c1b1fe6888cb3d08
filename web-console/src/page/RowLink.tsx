import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { Ref } from 'react';

function Named({ ref, ...props }: AnchorProps & { ref?: Ref<HTMLAnchorElement>; href?: string }) {
  return <Anchor fw={550} {...(ref ? { ref } : {})} {...props} />;
}

/** The name in a row of a list, which opens what the row is about. */
export const RowLink = createLink(Named);
