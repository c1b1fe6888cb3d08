import { expect, test } from 'vitest';
import { type Choosable, refusedOf } from './acts';

const entry = (id: string): Choosable => ({
  id,
  latest: { number: 1, revision: 1, state: 'DRAFT', locale: 'en', question: id },
});

test('a refusal is told of the entry at its place', () => {
  const refused = { code: 'CONFLICT', field: null, message: 'was written anew' };

  const notDone = refusedOf([entry('a'), entry('b')], [{ userErrors: [] }, { userErrors: [refused] }]);

  expect(notDone).toEqual([{ entry: entry('b'), errors: [refused] }]);
});
