import type { Token, Tokens } from 'marked';
import { blocks, crossed, followed, plain, untagged } from './tokens';

/** What makes nodes of the library that a page is drawn with. */
export interface Pen<Node> {
  /** Children are spread, since tokens have no keys: they are drawn anew as a whole. */
  element(tag: string, attributes: Record<string, string | number>, ...children: Node[]): Node;
  together(...nodes: Node[]): Node;
  /** A text in which addresses can be followed. */
  written(text: string): Node;
  /** What ears are told of a table. */
  table: string;
}

/** A text in Markdown as nodes: nothing in it becomes an element that is not made here. */
export function draw<Node>(text: string, pen: Pen<Node | string>): Node | string {
  const { element, together } = pen;
  type Drawn = Node | string;

  const drawn = (tokens: Token[] = []): Drawn => together(...tokens.map(one));

  const own = (tag: string, tokens: Token[] | undefined): Drawn => element(tag, { dir: 'auto' }, drawn(tokens));

  function one(token: Token): Drawn {
    const it = token as Tokens.Generic;
    switch (it.type) {
      case 'space':
      case 'def':
        return '';
      case 'paragraph':
        return own('p', it.tokens);
      case 'heading':
        return element('p', { dir: 'auto' }, element('strong', {}, drawn(it.tokens)));
      case 'list':
        return list(it as Tokens.List);
      case 'checkbox':
        return it.checked ? '☑ ' : '☐ ';
      case 'blockquote':
        return own('blockquote', it.tokens);
      case 'code':
        return element('pre', { dir: 'ltr' }, element('code', {}, it.text));
      case 'table':
        return table(it as Tokens.Table);
      case 'hr':
        return element('hr', {});
      case 'text':
        return it.tokens ? drawn(it.tokens) : pen.written(plain(it.text));
      default:
        return inline(it);
    }
  }

  function inline(token: Tokens.Generic): Drawn {
    switch (token.type) {
      case 'strong':
      case 'em':
        return element(token.type, {}, drawn(token.tokens));
      case 'del':
        return crossed(token.raw) ? element('del', {}, drawn(token.tokens)) : together('~', drawn(token.tokens), '~');
      case 'codespan':
        return element('code', {}, token.text);
      case 'br':
        return element('br', {});
      case 'escape':
        return token.text;
      case 'link':
        return link(token.href, drawn(token.tokens));
      case 'image':
        return link(token.href, plain(token.text) || token.href);
      case 'html':
        return /^<br\s*\/?>$/i.test(token.raw) ? element('br', {}) : plain(untagged(token.raw));
      default:
        return token.raw;
    }
  }

  function link(href: string, said: Drawn): Drawn {
    const address = followed(href);
    if (!address) return said;
    return element('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow' }, said);
  }

  function list({ ordered, start, items }: Tokens.List): Drawn {
    const lines = items.map(({ task, tokens }) =>
      element('li', task ? { dir: 'auto', 'data-task': '' } : { dir: 'auto' }, drawn(tokens)),
    );
    return ordered ? element('ol', { start: start || 1 }, ...lines) : element('ul', {}, ...lines);
  }

  /** What scrolls must be reached by the keyboard, and say what it is. */
  function table({ header, rows }: Tokens.Table): Drawn {
    const head = element('thead', {}, row('th', header));
    const body = element('tbody', {}, ...rows.map((cells) => row('td', cells)));
    return element(
      'div',
      { 'data-wide': '', tabIndex: 0, role: 'group', 'aria-label': pen.table },
      element('table', {}, head, body),
    );
  }

  function row(tag: 'th' | 'td', cells: Tokens.TableCell[]): Drawn {
    const drawnCells = cells.map(({ align, tokens }) =>
      element(tag, align ? { dir: 'auto', align } : { dir: 'auto' }, drawn(tokens)),
    );
    return element('tr', {}, ...drawnCells);
  }

  return drawn(blocks(text));
}
