import { type ComponentType, lazy, Suspense } from 'react';
import { SYNTAX } from '../../../web-markdown/syntax';
import { LinkedText } from '../desk/conversation/LinkedText';

const Markdown = lazy<ComponentType<{ text: string }>>(() =>
  import('./Markdown').then(
    (it) => ({ default: it.Markdown }),
    () => ({ default: AsWritten }),
  ),
);

const AsWritten = ({ text }: { text: string }) => <LinkedText text={text} />;

/** What the bot says, its Markdown drawn; until what draws it is there, as it was written. */
export function Answer({ text }: { text: string }) {
  if (!SYNTAX.test(text)) return <AsWritten text={text} />;
  return (
    <Suspense fallback={<AsWritten text={text} />}>
      <Markdown text={text} />
    </Suspense>
  );
}
