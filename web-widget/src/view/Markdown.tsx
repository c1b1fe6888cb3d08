import type { ComponentChildren } from 'preact';
import { jsx } from 'preact/jsx-runtime';
import { draw } from '../../../web-markdown/draw';
import css from '../../../web-markdown/markdown.css?inline';
import { addressed } from './Text';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

/** Here, since the panel itself has no room left. */
const TABLE: Record<string, string> = { 'zh-CN': '表格', 'zh-TW': '表格', ar: 'جدول' };

/** A text in Markdown, drawn. */
export function Markdown({ text }: { text: string }) {
  const drawn = draw<ComponentChildren>(text, {
    element: (tag, attributes, ...children) => jsx(tag, { ...attributes, children }),
    together: (...nodes) => nodes,
    written: addressed,
    table: TABLE[document.documentElement.lang] ?? 'Table',
  });
  return <div class="markdown">{drawn}</div>;
}
