import { expect, it } from 'vitest';
import { cleaned, withLines, withoutLine } from './lines';

it('makes lines of a pasted list', () => {
  expect(withLines(['a', '', 'z'], 1, '- one\n• two\r\n\n3. three\n')).toEqual(['a', 'one', 'two', 'three', 'z']);
});

it('keeps what was begun before the paste', () => {
  expect(withLines(['begun'], 0, 'x\ny')).toEqual(['begun', 'x', 'y']);
});

it('removes one line alone', () => {
  expect(withoutLine(['a', 'b', 'a'], 2)).toEqual(['a', 'b']);
});

it('saves each line once, without what is around it', () => {
  expect(cleaned([' 怎么退款 ', '', '怎么退款', '5 days late', '-x'])).toEqual(['怎么退款', '5 days late', '-x']);
});
