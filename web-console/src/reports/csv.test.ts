import { expect, it } from 'vitest';
import { csv } from './csv';

it('begins with the mark of UTF-8 and ends each row', () => {
  expect(
    csv([
      ['技能组', '会话量'],
      ['售后', 12],
    ]),
  ).toBe('\uFEFF技能组,会话量\r\n售后,12\r\n');
});

it('leaves an empty population empty', () => {
  expect(csv([['a', null, 0]])).toBe('\uFEFFa,,0\r\n');
});

it('keeps quotes, commas and lines within their field', () => {
  expect(csv([['say "hi"', 'a,b', 'one\ntwo']])).toBe('\uFEFF"say ""hi""","a,b","one\ntwo"\r\n');
});

it('takes the force from what a spreadsheet would run, and leaves negative numbers', () => {
  expect(csv([['=1+1', '@x', '-2', -2]])).toBe("\uFEFF'=1+1,'@x,'-2,-2\r\n");
});
