import { expect, test } from 'vitest';
import { columnOf, reasonOf } from './reasons';

test('what is known of a fault is said in her language', () => {
  expect(reasonOf({ field: 'state', code: 'INVALID' })).toBe('state_INVALID');
  expect(reasonOf({ field: 'category', code: 'CONFLICT' })).toBe('category_CONFLICT');
  expect(reasonOf({ field: 'audience', code: 'TOO_LONG' })).toBe('audience_TOO_LONG');
  expect(columnOf({ field: 'answer' })).toBe('answer');
});

test('what is not known is left to the API', () => {
  expect(reasonOf({ field: null, code: 'INVALID' })).toBeNull();
  expect(reasonOf({ field: 'answer', code: 'CONFLICT' })).toBeNull();
  expect(columnOf({ field: null })).toBeNull();
});
