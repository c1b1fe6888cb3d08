import { useEffect, useRef, useSyncExternalStore } from 'react';

/** What a key does at the desk. */
export const SHORTCUTS = {
  next: 'j',
  previous: 'k',
  reply: 'r',
  note: 'n',
  knowledge: '/',
  transfer: 't',
  ticket: 'i',
  close: 'e',
  help: '?',
} as const;

export type Act = keyof typeof SHORTCUTS;

type Stroke = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'defaultPrevented' | 'repeat'
> & {
  target: EventTarget | null;
};

const WRITING =
  'input, textarea, select, [contenteditable], [role="combobox"], [role="dialog"], [role="menu"], [role="listbox"]';

/** The act of a key stroke, null where it belongs to a field, a dialog, the browser or an input method. */
export function actOf(stroke: Stroke): Act | null {
  if (stroke.ctrlKey || stroke.metaKey || stroke.altKey || stroke.isComposing || stroke.defaultPrevented) return null;
  if (stroke.target instanceof Element && stroke.target.closest(WRITING)) return null;
  const key = stroke.key.toLowerCase();
  const act = (Object.keys(SHORTCUTS) as Act[]).find((each) => SHORTCUTS[each] === key) ?? null;
  return stroke.repeat && act !== 'next' && act !== 'previous' ? null : act;
}

const OFF = 'wenda.shortcuts.off';
const listeners = new Set<() => void>();

export function turnShortcuts(on: boolean): void {
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, '1');
  for (const listener of listeners) listener();
}

/** Whether single keys act at all: who dictates or misses keys can turn them off. */
export function useShortcutsOn(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => localStorage.getItem(OFF) === null,
  );
}

/** Listens for as long as the component lives; acts that are left out do nothing here. */
export function useShortcuts(acts: Partial<Record<Act, () => void>>): void {
  const on = useShortcutsOn();
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      const act = actOf(event);
      const run = act && latest.current[act];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [on]);
}
