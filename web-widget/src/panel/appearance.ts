import type { Theme } from '../protocol';
import type { Language } from '../words/language';
import { textOn } from './colour';

const root = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');
let wish: Theme = 'auto';

/** Light or dark, as the page wishes, else as her system does. */
export function theme(wanted: Theme) {
  wish = wanted;
  root.dataset.theme = wish === 'auto' ? (dark.matches ? 'dark' : 'light') : wish;
}

dark.addEventListener('change', () => theme(wish));

/** The page's colour, with text that reads on it. */
export function accent(colour: string) {
  const text = textOn(colour);
  if (!text) return;
  root.style.setProperty('--accent', colour);
  root.style.setProperty('--on-accent', text);
}

/** How assistive technology and the browser's own typography are to read the page. */
export function marked({ locale, direction }: Language) {
  root.lang = locale;
  root.dir = direction;
}
