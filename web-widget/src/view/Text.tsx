const ADDRESS = /(https?:\/\/[^\s<>"'，。！？；：、（）《》]+[^\s<>"'，。！？；：、（）《》.,!?;:)])/;

/** Text as it was written; addresses in it can be followed, into a page of their own that learns nothing of this one. */
export function Text({ text }: { text: string }) {
  const parts = text.split(ADDRESS);
  return (
    <p dir="auto">
      {parts.map((part, i) =>
        i % 2 ? (
          <a href={part} target="_blank" rel="noopener noreferrer">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}
