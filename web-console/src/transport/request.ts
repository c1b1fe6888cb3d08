import { Declined, Failed, refusal, type UserError, type WireError } from './failure';
import type { TadaDocumentNode } from './graphql';
import { tokens } from './token';

export const ENDPOINT = '/graphql';
const PATIENCE = 20_000;

type Answer<R> = { data?: R | null; errors?: WireError[] };

/** One query or mutation. Throws `Failed`: any part refused is the whole refused. */
export async function request<R, V>(
  document: TadaDocumentNode<R, V>,
  variables: V,
  signal?: AbortSignal,
  patience = PATIENCE,
): Promise<R> {
  const token = tokens.current();
  const answer = await send(document, variables, token, signal, patience);
  if (token === null || !isUnauthenticated(answer)) return dataOf(answer);
  const renewed = await tokens.renewed(token);
  return dataOf(renewed === null ? answer : await send(document, variables, renewed, signal, patience));
}

type Payload = { userErrors: readonly UserError[] };
type PayloadOf<R> = Exclude<Extract<R[keyof R], Payload | null>, null>;

/**
 * One mutation that takes one `input`. Throws `Declined` with what the author can mend, `Failed` otherwise. The key makes
 * a repeat harmless, so a lost answer is asked for once more.
 */
export async function act<R extends Record<string, Payload | null>, I extends object>(
  document: TadaDocumentNode<R, { input: I }>,
  input: I,
): Promise<PayloadOf<R>> {
  const variables = { input: { idempotencyKey: randomKey(), ...input } };
  const result = await request(document, variables).catch((thrown: unknown) => {
    if (thrown instanceof Failed && thrown.failure.kind === 'unreachable') return request(document, variables);
    throw thrown;
  });
  const payload = Object.values(result)[0] as PayloadOf<R> | null | undefined;
  if (!payload) throw new Failed({ kind: 'refused', code: 'INTERNAL', message: 'no payload' });
  if (payload.userErrors.length > 0) throw new Declined(payload.userErrors);
  return payload;
}

/** `crypto.randomUUID` is missing where the page is plain http. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function send<R, V>(
  document: TadaDocumentNode<R, V>,
  variables: V,
  token: string | null,
  signal: AbortSignal | undefined,
  patience: number,
): Promise<Answer<R>> {
  const end = AbortSignal.timeout(patience);
  try {
    const response = await fetch(ENDPOINT, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/graphql-response+json, application/json',
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query: document, variables }),
      signal: signal ? AbortSignal.any([signal, end]) : end,
    });
    if (response.status === 401) return { errors: [unauthenticated] };
    return (await response.json()) as Answer<R>;
  } catch (thrown) {
    if (signal?.aborted) throw thrown;
    throw new Failed({ kind: 'unreachable' }); // a proxy's HTML page counts as well
  }
}

const unauthenticated: WireError = { message: 'Sign in again.', extensions: { code: 'UNAUTHENTICATED' } };

function isUnauthenticated(answer: Answer<unknown>): boolean {
  return answer.errors?.some((error) => error.extensions?.code === 'UNAUTHENTICATED') ?? false;
}

function dataOf<R>(answer: Answer<R>): R {
  const error = answer.errors?.[0];
  if (error) throw new Failed(refusal(error));
  if (!answer.data) throw new Failed({ kind: 'unreachable' });
  return answer.data;
}
