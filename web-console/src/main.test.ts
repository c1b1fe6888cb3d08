import { expect, test } from 'vitest';

test('theConsoleHasAPlaceInItsPage', () => {
  expect(document.body).not.toBeNull();
});
