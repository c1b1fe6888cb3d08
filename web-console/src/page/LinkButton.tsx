import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { Ref } from 'react';

function AnchorButton({ ref, ...props }: ButtonProps & { ref?: Ref<HTMLAnchorElement>; href?: string }) {
  return <Button component="a" {...(ref ? { ref } : {})} {...props} />;
}

/** A button that leads to another page: `<LinkButton to="/knowledge/new">`. */
export const LinkButton = createLink(AnchorButton);
