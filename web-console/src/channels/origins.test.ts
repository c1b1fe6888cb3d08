import { expect, test } from 'vitest';
import { areOrigins, originOf, tidyOrigins } from './origins';

test('a pasted address becomes the origin that a browser sends', () => {
  expect(originOf(' https://Shop.Example/cart?x=1#top ')).toBe('https://shop.example');
  expect(originOf('shop.example')).toBe('https://shop.example');
  expect(originOf('localhost:3000')).toBe('http://localhost:3000');
  expect(originOf('http://localhost:3000/')).toBe('http://localhost:3000');
  expect(originOf('https://shop.example:443')).toBe('https://shop.example');
  expect(originOf('https://商城.example')).toBe('https://xn--czru2d.example');
});

test('what is no web origin is none', () => {
  for (const text of [
    '',
    'two words',
    'ftp://shop.example',
    'https://',
    'javascript:alert(1)',
    'https://*.shop.example',
  ]) {
    expect(originOf(text), text).toBeNull();
  }
});

test('a list is tidied, and what cannot be mended stays to be complained about', () => {
  const tidied = tidyOrigins(['https://a.example/x', 'a.example', 'not one']);

  expect(tidied).toEqual(['https://a.example', 'not one']);
  expect(areOrigins(tidied)).toBe(false);
  expect(areOrigins(['https://a.example'])).toBe(true);
});
