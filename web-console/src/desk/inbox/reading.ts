import { useSyncExternalStore } from 'react';

const KEY = 'wenda.read';
const REMEMBERED = 500;

const listeners = new Set<() => void>();
let read: ReadonlyMap<string, number> | null = null;

function positions(): ReadonlyMap<string, number> {
  read ??= kept();
  return read;
}

function kept(): ReadonlyMap<string, number> {
  try {
    return new Map(JSON.parse(localStorage.getItem(KEY) ?? '[]') as [string, number][]);
  } catch {
    return new Map();
  }
}

/** She has seen the conversation up to here. */
export function markRead(conversationId: string, seq: number): void {
  const before = positions();
  if ((before.get(conversationId) ?? 0) >= seq) return;
  const others = [...before].filter(([id]) => id !== conversationId);
  const after: [string, number][] = [...others.slice(1 - REMEMBERED), [conversationId, seq]];
  read = new Map(after);
  localStorage.setItem(KEY, JSON.stringify(after));
  for (const listener of listeners) listener();
}

export function readUpTo(conversationId: string): number {
  return positions().get(conversationId) ?? 0;
}

/** How far she has read each conversation, in this browser. */
export function useReading(): (conversationId: string) => number {
  const map = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, positions);
  return (conversationId) => map.get(conversationId) ?? 0;
}
