import { openLabel } from './labels';
import { STYLE } from './style';

const SPEECH = 'M21 11.5a8 8 0 0 1-8 8c-1.3 0-2.6-.3-3.7-.8L4 20l1.4-4.6A8 8 0 1 1 21 11.5z';
const DOWN = 'm6 9 6 6 6-6';

export interface Look {
  open: boolean;
  busy: boolean;
  failed: boolean;
  unread: number;
  locale: string;
  closeLabel: string;
}

/** What the page gets to see of us: a round button with a count, and room for the frame. */
export interface Launcher {
  host: HTMLElement;
  box: HTMLElement;
  button: HTMLButtonElement;
  paint(look: Look): void;
  accent(colour: string): void;
}

/** No HTML text and no inline style anywhere: pages under Trusted Types and a strict style-src refuse both. */
export function launcher(left: boolean): Launcher {
  const host = document.createElement('wenda-chat');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  host.className = left ? 'left' : '';
  const box = document.createElement('div');
  const button = document.createElement('button');
  const badge = document.createElement('b');
  button.type = 'button';
  button.append(icon(SPEECH), icon(DOWN), badge);
  box.append(button);
  root.append(box);
  return {
    host,
    box,
    button,
    paint({ open, busy, failed, unread, locale, closeLabel }) {
      const count = failed ? '!' : unread > 99 ? '99+' : unread || '';
      box.className = busy ? 'busy' : open ? 'open' : '';
      badge.textContent = open ? '' : `${count}`;
      button.setAttribute('aria-label', open ? closeLabel : openLabel(locale) + (count && ` (${count})`));
      button.setAttribute('aria-expanded', `${open}`);
    },
    accent(colour) {
      if (/^#[0-9a-f]{6}$/i.test(colour)) host.style.setProperty('--a', colour, 'important');
    },
  };
}

function icon(shape: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', shape);
  svg.append(path);
  return svg;
}
