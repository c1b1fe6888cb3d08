import { expect, it } from 'vitest';
import { read, written } from './hours';

it('readsWhatIsTypedAndWritesItAgain', () => {
  const hours = read('MONDAY', ' 9:00-12:00，13：30 ～ 24:00 ');

  expect(hours).toEqual([
    { day: 'MONDAY', from: '09:00', until: '12:00' },
    { day: 'MONDAY', from: '13:30', until: '00:00' },
  ]);
  expect(written('MONDAY', hours ?? [])).toBe('09:00-12:00, 13:30-24:00');
  expect(written('TUESDAY', hours ?? [])).toBe('');
  expect(read('MONDAY', '')).toEqual([]);
});

it('doesNotGuess', () => {
  for (const text of ['nine', '9-12', '25:00-26:00', '09:00-24:30', '09:00', '09:00-10:00 11:00-12:00']) {
    expect(read('MONDAY', text)).toBeNull();
  }
});
