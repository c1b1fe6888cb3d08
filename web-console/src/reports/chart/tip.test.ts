import { expect, it } from 'vitest';
import { LOOKS } from './look';
import { tipElement } from './tip';

it('keeps a name that looks like markup as text', () => {
  const element = tipElement(
    { title: '<b>1 May</b>', lines: [{ name: '<img src=x onerror=alert(1)>', text: '12' }] },
    LOOKS.light,
  );

  expect(element.querySelector('img, b')).toBeNull();
  expect(element.textContent).toBe('<b>1 May</b><img src=x onerror=alert(1)>12');
});
