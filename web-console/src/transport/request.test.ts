import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Declined, type Failed } from './failure';
import type { TadaDocumentNode } from './graphql';
import { act, request } from './request';
import { takeTokensFrom } from './token';

type Answer = { status?: number; body: unknown };
type Sent = { token: string | null; variables: { input?: { idempotencyKey?: string } } };

const query = 'query' as unknown as TadaDocumentNode<{ viewer: string }, object>;
const mutation = 'mutation' as unknown as TadaDocumentNode<
  { rename: { name: string | null; userErrors: { code: string; field: string[] | null; message: string }[] } | null },
  { input: { name: string } }
>;

let sent: Sent[];

function answers(...list: (Answer | Error)[]) {
  sent = [];
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    sent.push({
      token: new Headers(init.headers).get('Authorization'),
      variables: JSON.parse(String(init.body)).variables,
    });
    const next = list.shift();
    if (next instanceof Error) return Promise.reject(next);
    return Promise.resolve(new Response(JSON.stringify(next?.body), { status: next?.status ?? 200 }));
  });
}

const failureOf = (promise: Promise<unknown>) => promise.then(null, (thrown: Failed) => thrown.failure);

beforeEach(() => takeTokensFrom({ current: () => 'old', renewed: () => Promise.resolve('new') }));
afterEach(() => vi.unstubAllGlobals());

test('an answer is its data', async () => {
  answers({ body: { data: { viewer: 'Lin' } } });

  expect(await request(query, {})).toEqual({ viewer: 'Lin' });
  expect(sent[0]?.token).toBe('Bearer old');
});

test('a stale token is renewed and the request sent once more', async () => {
  answers({ status: 401, body: {} }, { body: { data: { viewer: 'Lin' } } });

  expect(await request(query, {})).toEqual({ viewer: 'Lin' });
  expect(sent.map((each) => each.token)).toEqual(['Bearer old', 'Bearer new']);
});

test('a part that was refused is the whole refused, with its code and trace', async () => {
  answers({
    body: { data: { viewer: null }, errors: [{ message: 'no', extensions: { code: 'INTERNAL', traceId: 't1' } }] },
  });

  expect(await failureOf(request(query, {}))).toEqual({
    kind: 'refused',
    code: 'INTERNAL',
    message: 'no',
    traceId: 't1',
  });
});

test("a lost network and a proxy's page are both unreachable", async () => {
  answers(new TypeError('Failed to fetch'));
  expect(await failureOf(request(query, {}))).toEqual({ kind: 'unreachable' });

  vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>', { status: 502 })));
  expect(await failureOf(request(query, {}))).toEqual({ kind: 'unreachable' });
});

test('a mutation whose answer was lost is repeated under the same key', async () => {
  answers(new TypeError('gone'), { body: { data: { rename: { name: 'Tea', userErrors: [] } } } });

  expect(await act(mutation, { name: 'Tea' })).toEqual({ name: 'Tea', userErrors: [] });
  expect(sent[0]?.variables.input?.idempotencyKey).toMatch(/^[0-9a-f]{32}$/);
  expect(sent[1]?.variables).toEqual(sent[0]?.variables);
});

test('what its author can mend is declined, not failed', async () => {
  const errors = [{ code: 'INVALID', field: ['name'], message: 'must not be empty' }];
  answers({ body: { data: { rename: { name: null, userErrors: errors } } } });

  const thrown = await act(mutation, { name: '' }).catch((caught: unknown) => caught);
  expect(thrown).toBeInstanceOf(Declined);
  expect((thrown as Declined).errors).toEqual(errors);
});
