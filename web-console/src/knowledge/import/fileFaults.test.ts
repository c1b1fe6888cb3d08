import { expect, test } from 'vitest';
import { inChinese } from './fileFaults';

test('what is wrong with a whole file is said in Chinese, with the number or the name that matters', () => {
  expect(inChinese({ code: 'ENCRYPTED', about: null })).toBe('文件已加密：请去掉密码后重新保存。');
  expect(inChinese({ code: 'TOO_LARGE_UNPACKED', about: '20.0' })).toContain('超过 20.0 MB');
  expect(inChinese({ code: 'COLUMN_MISSING', about: 'answer' })).toContain('“answer”');
  expect(inChinese({ code: 'SEVERAL_SHEETS', about: '"$&"' })).toContain('还有 "$&"：');
});

test('a fault that only a newer API knows is left to its own sentence', () => {
  expect(inChinese({ code: 'MOON_TOO_NEAR', about: null })).toBeNull();
});
