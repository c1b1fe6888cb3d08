import { afterEach, expect, it, vi } from 'vitest';
import { frameStore, loaderStore } from './store';

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

it('keepsWordsOfEachChannelApart', () => {
  frameStore('one')?.set('visitor', 'a');
  frameStore('two')?.set('visitor', 'b');
  frameStore('one')?.clear();

  expect(frameStore('one')?.get('visitor')).toBeNull();
  expect(frameStore('two')?.get('visitor')).toBe('b');
});

it('isNotThereWhereTheBrowserKeepsStorageFromTheFrame', () => {
  vi.stubGlobal(
    'localStorage',
    new Proxy({} as Storage, {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    }),
  );

  expect(frameStore('one')).toBeNull();
});

it('isKeptByTheLoaderInstead', () => {
  const kept: (string | null)[] = [];
  const first = loaderStore(null, (words) => kept.push(words));
  first.set('visitor', 'a');
  first.set('outbox', '[]');

  const later = loaderStore(kept.at(-1) ?? null, (words) => kept.push(words));
  expect(later.get('visitor')).toBe('a');
  later.clear();
  expect(kept.at(-1)).toBeNull();
});

it('beginsEmptyWhereWhatTheLoaderKeptIsNothingOfOurs', () => {
  expect(loaderStore('no json', () => {}).get('visitor')).toBeNull();
  expect(loaderStore('7', () => {}).get('visitor')).toBeNull();
});
