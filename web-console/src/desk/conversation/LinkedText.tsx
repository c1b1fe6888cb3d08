import { Anchor } from '@mantine/core';
import { Fragment } from 'react';
import { ADDRESS } from '../../../../web-markdown/address';

/** A text whose web addresses can be followed; they learn nothing about where she comes from. */
export function LinkedText({ text }: { text: string }) {
  return text.split(ADDRESS).map((part, index) => {
    const key = `${index}${part}`;
    return index % 2 === 1 ? (
      <Anchor key={key} href={part} target="_blank" rel="noopener noreferrer" underline="always">
        {part}
      </Anchor>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}
