import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Chat } from '../chat/state';
import type { Channel } from '../panel/page';
import { ENGLISH, type Language } from '../words/language';

/** What every part of the panel knows. */
export interface Surroundings {
  chat: Chat;
  channel: Channel;
  language: Language;
  close(): void;
}

const Around = createContext<Surroundings | null>(null);

export const Surround = Around.Provider;

export function useSurroundings(): Surroundings {
  const around = useContext(Around);
  if (!around) throw new Error('no panel');
  return around;
}

export function useWords() {
  return useContext(Around)?.language.words ?? ENGLISH.words;
}
