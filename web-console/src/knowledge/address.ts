import { ATTENTIONS, type Attention } from './attentions';
import { STATES, type VersionState } from './states';

type Typed = Record<string, unknown>;

const text = (typed: Typed, name: string, longest = 500) => {
  const value = typed[name];
  const written = typeof value === 'number' ? String(value) : value; // the router reads ?text=42 as a number
  return typeof written === 'string' && written.trim() !== '' ? { [name]: written.slice(0, longest) } : {};
};

/** What the list shows. */
export type ListSearch = {
  text?: string;
  state?: VersionState;
  category?: string;
  tag?: string;
  attention?: Attention;
};

export function listSearch(typed: Typed): ListSearch {
  const state = STATES.find((each) => each === typed.state);
  const attention = ATTENTIONS.find((each) => each === typed.attention);
  return {
    ...text(typed, 'text'),
    ...text(typed, 'category'),
    ...text(typed, 'tag', 50),
    ...(state ? { state } : {}),
    ...(attention ? { attention } : {}),
  };
}

/** What a new entry begins with. */
export function newSearch(typed: Typed): { question?: string; locale?: string } {
  return { ...text(typed, 'question'), ...text(typed, 'locale', 35) };
}

export function reviewSearch(typed: Typed): { entry?: string } {
  return text(typed, 'entry');
}

export function askSearch(typed: Typed): { question?: string } {
  return text(typed, 'question');
}

/** Which import is shown, and its file while that waits to be imported. */
export function importSearch(typed: Typed): { id?: string; upload?: string } {
  return { ...text(typed, 'id', 40), ...text(typed, 'upload', 40) };
}

/** Which version of an entry is shown; the latest where none is named. */
export function entrySearch(typed: Typed): { version?: number } {
  const version = Number(typed.version);
  return Number.isInteger(version) && version > 0 ? { version } : {};
}
