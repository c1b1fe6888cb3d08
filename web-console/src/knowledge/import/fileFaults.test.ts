import { expect, test } from 'vitest';
import { inChinese } from './fileFaults';

test('what is wrong with a whole file is said in Chinese, with the number that matters', () => {
  expect(inChinese('the file is encrypted: save it without a password')).toBe('文件已加密：请去掉密码后重新保存。');
  expect(inChinese('the table in the file is larger than 20.0 MB: split it')).toContain('超过 20.0 MB');
  expect(inChinese('the file has 900 pages, at most 500 are read: split it')).toContain('500 页');
  expect(
    inChinese(
      'the first row must name the columns, and one must be "answer"; it names a, b: rename it, or say which it is',
    ),
  ).toContain('“answer”');
  expect(
    inChinese('each of 6 tries ended while entry 12 of the file was written: import the file without it'),
  ).toContain('第 12 条');
  expect(inChinese('the search index refuses 3 of the entries: change their questions')).toContain('3 个条目');
  expect(
    inChinese('the workbook has more than one sheet with text in it: "Old" beside the first: save each as a file'),
  ).toContain('"Old"');
});

test('an unknown fault is left to the caller', () => {
  expect(inChinese('the moon is too near')).toBeNull();
});
