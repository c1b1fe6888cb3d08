import { afterEach, expect, test, vi } from 'vitest';
import { actOnMany, type Choosable, refusedOf } from './acts';

const entry = (id: string): Choosable => ({
  id,
  latest: { number: 1, revision: 1, state: 'DRAFT', locale: 'en', question: id },
});

const refused = { code: 'CONFLICT', field: null, message: 'was written anew' };
const outcomes = (count: number) => Array.from({ length: count }, () => ({ userErrors: [] }));
const payload = (of: object[]) => ({ data: { payload: { outcomes: of, userErrors: [] } } });

function answers(...list: object[]) {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(list.shift())));
}

afterEach(() => vi.unstubAllGlobals());

test('a refusal is told of the entry at its place', () => {
  const notDone = refusedOf([entry('a'), entry('b')], [{ userErrors: [] }, { userErrors: [refused] }]);

  expect(notDone).toEqual([{ entry: entry('b'), errors: [refused] }]);
});

test('many are done in stretches', async () => {
  answers(payload([...outcomes(49), { userErrors: [refused] }]), payload(outcomes(3)));

  const outcome = await actOnMany(
    'submit',
    Array.from({ length: 53 }, (_, at) => entry(`${at}`)),
    '',
  );

  expect(outcome).toEqual({ done: 52, notDone: [{ entry: entry('49'), errors: [refused] }], fault: null });
});

test('a fault ends it, and what was done before is told', async () => {
  answers(payload([...outcomes(49), { userErrors: [refused] }]), {
    errors: [{ message: 'try again', extensions: { code: 'UNAVAILABLE' } }],
  });

  const outcome = await actOnMany(
    'submit',
    Array.from({ length: 120 }, (_, at) => entry(`${at}`)),
    '',
  );

  expect(outcome).toMatchObject({ done: 49, notDone: [{ entry: entry('49'), errors: [refused] }] });
  expect(outcome.fault).toMatchObject({ failure: { code: 'UNAVAILABLE' } });
});
