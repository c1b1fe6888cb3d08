import { createElement, Fragment, type ReactNode } from 'react';
import { draw } from '../../../web-markdown/draw';
import { LinkedText } from '../desk/conversation/LinkedText';
import { useWords } from '../language/language';
import '../../../web-markdown/markdown.css';
import './colours.css';
import { words } from './words';

/** A text in Markdown, drawn. */
export function Markdown({ text }: { text: string }) {
  const t = useWords(words);
  return (
    <div className="markdown">
      {draw<ReactNode>(text, {
        element: createElement,
        together: (...nodes) => createElement(Fragment, null, ...nodes),
        written: (part) => <LinkedText text={part} />,
        table: t('table'),
      })}
    </div>
  );
}
