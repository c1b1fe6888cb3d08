import { expect, it } from 'vitest';
import { roundStep } from './axis';

it('draws lines at durations that people say', () => {
  expect([3, 18, 95, 200, 4_000, 900_000].map(roundStep)).toEqual([1, 5, 30, 60, 1_800, 259_200]);
});
