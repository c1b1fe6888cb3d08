import type { Token, Tokens } from 'marked';
import type { ComponentChildren } from 'preact';
import css from './markdown.css?inline';
import { addressed } from './Text';
import { blocks, crossed, followed, plain, untagged } from './tokens';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

/** A text in Markdown, drawn from its tokens: nothing in it becomes an element that is not made here. */
export function Markdown({ text }: { text: string }) {
  return <div class="markdown">{drawn(blocks(text))}</div>;
}

const drawn = (tokens: Token[] = []): ComponentChildren => tokens.map(one);

function one(token: Token): ComponentChildren {
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
      return token.tokens ? drawn(token.tokens) : addressed(plain(it.text));
    default:
      return inline(it);
  }
}

function inline(token: Tokens.Generic): ComponentChildren {
  switch (token.type) {
    case 'strong':
      return <strong>{drawn(token.tokens)}</strong>;
    case 'em':
      return <em>{drawn(token.tokens)}</em>;
    case 'del':
      return crossed(token.raw) ? <del>{drawn(token.tokens)}</del> : ['~', drawn(token.tokens), '~'];
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

function link(href: string, said: ComponentChildren) {
  const address = followed(href);
  if (!address) return said;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer nofollow">
      {said}
    </a>
  );
}

function list({ ordered, start, items }: Tokens.List) {
  const lines = items.map(({ tokens }) => <li dir="auto">{drawn(tokens)}</li>);
  return ordered ? <ol start={start || 1}>{lines}</ol> : <ul>{lines}</ul>;
}

function table({ header, rows }: Tokens.Table) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <div class="wide" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {header.map(({ tokens }) => (
              <th dir="auto">{drawn(tokens)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map(({ tokens }) => (
                <td dir="auto">{drawn(tokens)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
