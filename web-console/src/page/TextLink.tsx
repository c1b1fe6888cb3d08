import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { Ref } from 'react';

function AnchorText({ ref, ...props }: AnchorProps & { ref?: Ref<HTMLAnchorElement>; href?: string }) {
  return <Anchor inherit underline="always" {...(ref ? { ref } : {})} {...props} />;
}

/** A link within a text, to another page of the console. */
export const TextLink = createLink(AnchorText);
