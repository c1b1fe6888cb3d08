import type { Token, Tokens } from 'marked';
import type { ReactNode } from 'react';
import { createElement, Fragment } from 'react';
import { LinkedText } from '../desk/conversation/LinkedText';
import classes from './Markdown.module.css';
import { blocks, crossed, followed, plain, untagged } from './tokens';

/** A text in Markdown, drawn from its tokens: nothing in it becomes an element that is not made here. */
export function Markdown({ text }: { text: string }) {
  return <div className={classes.markdown}>{drawn(blocks(text))}</div>;
}

/** Spread, since tokens have no keys: they are drawn anew as a whole. */
const spread = (nodes: ReactNode[]): ReactNode => createElement(Fragment, null, ...nodes);

const drawn = (tokens: Token[] = []): ReactNode => spread(tokens.map(one));

function one(token: Token): ReactNode {
  const it = token as Tokens.Generic;
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return null;
    case 'paragraph':
      return <p dir="auto">{drawn(token.tokens)}</p>;
    case 'heading':
      return (
        <p dir="auto">
          <strong>{drawn(token.tokens)}</strong>
        </p>
      );
    case 'list':
      return list(it as Tokens.List);
    case 'blockquote':
      return <blockquote dir="auto">{drawn(token.tokens)}</blockquote>;
    case 'code':
      return (
        <pre dir="ltr">
          <code>{it.text}</code>
        </pre>
      );
    case 'table':
      return table(it as Tokens.Table);
    case 'hr':
      return <hr />;
    case 'text':
      return token.tokens ? drawn(token.tokens) : <LinkedText text={plain(it.text)} />;
    default:
      return inline(it);
  }
}

function inline(token: Tokens.Generic): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{drawn(token.tokens)}</strong>;
    case 'em':
      return <em>{drawn(token.tokens)}</em>;
    case 'del':
      return crossed(token.raw) ? <del>{drawn(token.tokens)}</del> : spread(['~', drawn(token.tokens), '~']);
    case 'codespan':
      return <code>{token.text}</code>;
    case 'br':
      return <br />;
    case 'escape':
      return token.text;
    case 'link':
      return link(token.href, drawn(token.tokens));
    case 'image':
      return link(token.href, plain(token.text) || token.href);
    case 'html':
      return /^<br\s*\/?>$/i.test(token.raw) ? <br /> : plain(untagged(token.raw));
    default:
      return token.raw;
  }
}

function link(href: string, said: ReactNode) {
  const address = followed(href);
  if (!address) return said;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer nofollow">
      {said}
    </a>
  );
}

function list({ ordered, start, items }: Tokens.List) {
  const lines = spread(items.map(({ tokens }) => createElement('li', { dir: 'auto' }, drawn(tokens))));
  return ordered ? <ol start={start || 1}>{lines}</ol> : <ul>{lines}</ul>;
}

function table({ header, rows }: Tokens.Table) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <div className={classes.wide} tabIndex={0}>
      <table>
        <thead>{row('th', header)}</thead>
        <tbody>{spread(rows.map((cells) => row('td', cells)))}</tbody>
      </table>
    </div>
  );
}

function row(cell: 'th' | 'td', cells: Tokens.TableCell[]) {
  return <tr>{spread(cells.map(({ tokens }) => createElement(cell, { dir: 'auto' }, drawn(tokens))))}</tr>;
}
