import { expect, test } from 'vitest';
import { isAddress, isSameAddress } from './form';

test('an address has no user, query or fragment', () => {
  expect(isAddress(' https://api.example.com/v1 ')).toBe(true);
  for (const wrong of ['', 'api.example.com', 'ftp://api.example.com', 'https://me@api.example.com/v1']) {
    expect(isAddress(wrong)).toBe(false);
  }
  expect(isAddress('https://api.example.com/v1?key=1')).toBe(false);
  expect(isAddress('https://api.example.com/v1#a')).toBe(false);
});

test('a key is kept for its own address only', () => {
  expect(isSameAddress('https://api.example.com/v1/', 'https://api.example.com/v1')).toBe(true);
  expect(isSameAddress('https://api.example.com/v2', 'https://api.example.com/v1')).toBe(false);
  expect(isSameAddress('https://api.example.com/v1', undefined)).toBe(false);
});
