import { Marked, type Token } from 'marked';

const marked = new Marked({
  gfm: true,
  breaks: true,
  // bare addresses are found as in any other text, where Chinese punctuation ends them
  tokenizer: { url: () => undefined },
});
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const FOLLOWED = /^(?:https?:\/\/|mailto:)[^\s]+$/i;

const TAGS =
  /<\/?(?:a|b|blockquote|br|code|del|em|i|li|ol|p|pre|s|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]*)?\/?>/gi;

/** The blocks of a Markdown text. */
export function blocks(text: string): Token[] {
  return marked.lexer(text);
}

/** What stands in a token, with entities as what they stand for. */
export function plain(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** The address a link may lead to; none, where it is neither of the web nor of mail. */
export function followed(href: string): string | undefined {
  const address = plain(href);
  return FOLLOWED.test(address) ? address : undefined;
}

/** Whether what is crossed out was meant so: one tilde is a span of days, 周一~周五 8~9 点. */
export function crossed(raw: string): boolean {
  return raw.startsWith('~~');
}

/** What stands in HTML: the tags that answers may hold fall away, any other is text. */
export function untagged(html: string): string {
  return html.replace(TAGS, '');
}
