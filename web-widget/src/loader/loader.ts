import type { Event, Theme } from '../protocol';
import { type Options, type Widget, widget } from './widget';

/*
 * <script async src="https://HOST/w/loader.js" data-channel="PUBLIC_KEY"></script>
 *
 * Runs in the customer's page: fetches nothing, evaluates nothing, throws nothing into it. The page talks to it by
 * wenda('open'), wenda('on', 'unread', n => ...) and so on; what it said before we were there waits in wenda.q.
 */
type Handler = (detail: unknown) => void;
type Call = [act: string, ...rest: unknown[]];
type Wenda = ((...call: Call) => unknown) & { q?: ArrayLike<unknown>[]; here?: true };

declare global {
  interface Window {
    wenda?: Wenda;
  }
}

function start(script: HTMLScriptElement) {
  const base = new URL(script.src).origin;
  const listeners: [string, Handler][] = [];
  let live: Widget | undefined;

  const dispatch = (...[name, detail]: Event) => {
    for (const [wanted, handler] of listeners.slice()) if (wanted === name) safely(() => handler(detail));
  };

  const boot = (given: Partial<Options> = {}) => {
    const said = { ...script.dataset, ...given };
    if (live || !said.channel) return;
    live = widget(
      base,
      {
        channel: said.channel,
        locale: said.locale || document.documentElement.lang || navigator.language || 'en',
        theme: (said.theme as Theme | undefined) || 'auto',
        accent: said.accent || '',
        side: said.side === 'left' ? 'left' : 'right',
      },
      dispatch,
    );
  };

  const on = (name: string, handler: Handler) => {
    const listener: [string, Handler] = [name, handler];
    listeners.push(listener);
    return () => {
      const at = listeners.indexOf(listener);
      if (at >= 0) listeners.splice(at, 1);
    };
  };

  const destroy = () => {
    live?.destroy();
    live = undefined;
    listeners.length = 0;
    if (window.wenda === wenda) delete window.wenda;
  };

  const acts: Record<string, (first: never, second: never) => unknown> = { boot, on, destroy };

  const wenda: Wenda = (act, first, second) =>
    safely(() => (acts[act] || live?.[act as keyof Widget])?.(first as never, second as never));
  const waiting = window.wenda?.q ?? [];
  wenda.here = true;
  window.wenda = wenda;
  safely(boot);
  for (let i = 0; i < waiting.length; i++) {
    const call = waiting[i];
    if (call) wenda(call[0] as string, call[1], call[2]);
  }
}

/** A fault, ours or a handler's, is told to the console and not to the page's code. */
function safely<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch (fault) {
    console.error('wenda:', fault);
    return undefined;
  }
}

const script = document.currentScript || document.querySelector<HTMLScriptElement>('script[src$="/w/loader.js"]');
if (script instanceof HTMLScriptElement && !window.wenda?.here) safely(() => start(script));
