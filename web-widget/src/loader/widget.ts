import { COME_BACK, type Event, type Hello, type Theme, type ToLoader, WAS_HERE } from '../protocol';
import { type Frame, frame } from './frame';
import { launcher } from './launcher';

export interface Options {
  channel: string;
  locale: string;
  theme: Theme;
  accent: string;
  side: 'left' | 'right';
}

export interface Widget {
  open(): void;
  close(): void;
  identify(jwt: string): void;
  locale(locale: string): void;
  theme(theme: Theme): void;
  reset(): void;
  destroy(): void;
}

type Tell = (...event: Event) => void;

/** Makes the widget in the page: its button at once, its frame at the first opening, or on idle for who comes back. */
export function widget(base: string, options: Options, dispatch: Tell): Widget {
  const { host, box, button, paint, accent } = launcher(options.side === 'left');
  const key = `wenda:${options.channel}`;
  const look = { open: false, busy: false, failed: false, unread: 0, locale: options.locale, closeLabel: '' };
  let panel: Frame | undefined;
  let ready = false;
  let wanted = false;
  let identity: string | null = null;
  let forget = false;
  let gone = false;

  const kept = (): string | null => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const keep = (word: string | null) => {
    try {
      word === null ? localStorage.removeItem(key) : localStorage.setItem(key, word);
    } catch {
      // the page has no storage either: she is new on each page
    }
  };

  const update = () => {
    const open = wanted && ready;
    const changed = open !== look.open;
    look.open = open;
    look.busy = wanted && !ready;
    paint(look);
    if (!panel || !changed) return;
    panel.element.inert = !open;
    panel.tell([open ? 'open' : 'close']);
    open ? panel.element.focus() : button.focus();
    dispatch(open ? 'opened' : 'closed', undefined);
  };

  const hello = (): Hello => {
    const word = kept();
    return {
      open: look.open,
      locale: options.locale,
      theme: options.theme,
      accent: options.accent,
      kept: word === COME_BACK || word === WAS_HERE ? null : word,
      identity,
      forget,
    };
  };

  const heard = (message: ToLoader) => {
    switch (message[0]) {
      case 'ready':
        ready = true;
        forget = false;
        dispatch('ready', undefined);
        return update();
      case 'words':
        if (panel) panel.element.title = message[1];
        look.closeLabel = message[2];
        return paint(look);
      case 'close':
        wanted = false;
        return update();
      case 'unread':
        look.unread = message[1];
        paint(look);
        return dispatch('unread', message[1]);
      case 'keep':
        return keep(message[1]);
      case 'event':
        return dispatch(...message[1]);
    }
  };

  const unload = () => {
    panel?.remove();
    panel = undefined;
    ready = wanted = false;
  };

  const load = () => {
    if (panel) return;
    look.failed = false;
    panel = frame(`${base}/w/${encodeURIComponent(options.channel)}/panel`, hello, heard, () => {
      look.failed = wanted;
      unload();
      update();
      dispatch('refused', 'UNREACHABLE');
    });
    box.prepend(panel.element);
  };

  const show = (open: boolean) => {
    wanted = open;
    if (open) load();
    update();
  };

  /** Beside the body, so that applications which replace it leave us; who removes us all the same is not fought. */
  const attach = () => {
    if (!gone && !host.isConnected) document.documentElement.append(host);
  };
  const stay = new MutationObserver(() => setTimeout(attach));

  button.onclick = () => show(!wanted);
  accent(options.accent);
  paint(look);
  attach();
  stay.observe(document.documentElement, { childList: true });
  const word = kept();
  if (word && word !== WAS_HERE) (window.requestIdleCallback || setTimeout)(() => gone || load());

  return {
    open: () => show(true),
    close: () => show(false),
    identify(jwt) {
      identity = jwt;
      panel?.tell(['identify', jwt]);
    },
    locale(locale) {
      look.locale = options.locale = locale;
      paint(look);
      panel?.tell(['locale', locale]);
    },
    theme(theme) {
      options.theme = theme;
      panel?.tell(['theme', theme]);
    },
    /** Who she was is forgotten, by the frame too where it kept something. */
    reset() {
      const was = kept();
      identity = null;
      forget = true;
      keep(null);
      if (panel) panel.tell(['reset']);
      else if (was) load();
    },
    destroy() {
      gone = true;
      stay.disconnect();
      unload();
      host.remove();
    },
  };
}
