import { useEffect, useState } from 'preact/hooks';
import { SYNTAX } from '../../../web-markdown/syntax';
import { Text } from './Text';

let Drawn = Text;

/** What the bot says: its Markdown drawn, once what draws it is there; until then as it was written. */
export function Answer({ text }: { text: string }) {
  const [, draw] = useState({});
  const isMarkdown = SYNTAX.test(text);
  useEffect(() => {
    if (isMarkdown)
      import('./Markdown').then((it) => {
        Drawn = it.Markdown;
        draw({});
      }, Boolean);
  }, [isMarkdown]);
  const It = isMarkdown ? Drawn : Text;
  return <It text={text} />;
}
