/** What is remembered of a visitor between two pages. */
export type Word = 'visitor' | 'conversation' | 'seen' | 'outbox';

export interface Store {
  get(word: Word): string | null;
  set(word: Word, value: string | null): void;
  clear(): void;
  /** Calls back when another tab has changed a word; the answer ends that. */
  watch(changed: (word: Word) => void): () => void;
}

const WORDS: Word[] = ['visitor', 'conversation', 'seen', 'outbox'];

/** The frame's own storage; null where the browser keeps it from us. */
export function frameStore(key: string): Store | null {
  const name = (word: Word) => `wenda:${key}:${word}`;
  try {
    const storage = window.localStorage;
    storage.setItem('wenda', '');
    storage.removeItem('wenda');
    const set = (word: Word, value: string | null) => {
      try {
        value === null ? storage.removeItem(name(word)) : storage.setItem(name(word), value);
      } catch {
        // it is full: what does not fit lives as long as this page
      }
    };
    return {
      get: (word) => storage.getItem(name(word)),
      set,
      clear: () => WORDS.forEach((word) => void set(word, null)),
      watch(changed) {
        const heard = (event: StorageEvent) => {
          const word = WORDS.find((known) => name(known) === event.key);
          if (word) changed(word);
        };
        addEventListener('storage', heard);
        return () => removeEventListener('storage', heard);
      },
    };
  } catch {
    return null;
  }
}

/** Lives in memory, begins with what the loader kept, and hands everything to the loader to keep. */
export function loaderStore(kept: string | null, keep: (words: string | null) => void): Store {
  let words: Partial<Record<Word, string>> = parse(kept);
  const save = () => keep(Object.keys(words).length ? JSON.stringify(words) : null);
  return {
    get: (word) => words[word] ?? null,
    set(word, value) {
      if (value === null) delete words[word];
      else words[word] = value;
      save();
    },
    clear() {
      words = {};
      save();
    },
    watch: () => () => {},
  };
}

function parse(kept: string | null): Partial<Record<Word, string>> {
  try {
    const words: unknown = JSON.parse(kept ?? '{}');
    return typeof words === 'object' && words ? { ...words } : {};
  } catch {
    return {};
  }
}
