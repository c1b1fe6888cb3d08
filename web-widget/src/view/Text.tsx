import { ADDRESS } from '../../../web-markdown/address';

/** Text as it was written; addresses in it can be followed, into a page of their own that learns nothing of this one. */
export function Text({ text }: { text: string }) {
  return <p dir="auto">{addressed(text)}</p>;
}

/** The text with its addresses as links. */
export function addressed(text: string) {
  return text.split(ADDRESS).map((part, i) =>
    i % 2 ? (
      <a href={part} target="_blank" rel="noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
