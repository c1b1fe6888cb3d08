import { useEffect, useState } from 'preact/hooks';
import { SYNTAX } from '../../../web-markdown/syntax';
import { Text } from './Text';

let Drawn = Text;

/** What the bot says: its Markdown drawn, once what draws it is there; until then as it was written. */
export function Answer({ text }: { text: string }) {
  const [, draw] = useState({});
  useEffect(() => {
    if (SYNTAX.test(text))
      import('./Markdown').then((it) => {
        Drawn = it.Markdown;
        draw({});
      }, Boolean);
  }, [text]);
  return <Drawn text={text} />;
}
