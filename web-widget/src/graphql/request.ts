import type { TadaDocumentNode } from './gql';

export const API = '/graphql';
const PATIENCE = 15_000;

/** What became of a request: an answer, a refusal that will not change by itself, or a reason to ask again later. */
export type Outcome<Data> =
  | { kind: 'done'; data: Data; at: number }
  | { kind: 'refused'; code: string; message: string }
  | { kind: 'later'; seconds: number };

interface Fault {
  message: string;
  extensions?: { code?: string; retryAfterSeconds?: number };
}

interface UserError {
  code: string;
  message: string;
}

export const LATER: Outcome<never> = { kind: 'later', seconds: 0 };

/** Asks once, as the bearer of the token or as nobody. */
export async function request<Data, Variables>(
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  token: string | null,
): Promise<Outcome<Data>> {
  try {
    const response = await fetch(API, {
      method: 'POST',
      headers: headers(token, 'application/graphql-response+json, application/json'),
      body: JSON.stringify({ query: document, variables }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.status === 401) return { kind: 'refused', code: 'UNAUTHENTICATED', message: '' };
    // a page of some proxy is no JSON: it counts as a network that is away
    const body = (await response.json()) as { data?: Data; errors?: Fault[] };
    const fault = body.errors?.[0];
    if (fault) return refusal(fault);
    if (!body.data) return LATER;
    return { kind: 'done', data: body.data, at: Date.parse(response.headers.get('date') ?? '') || Date.now() };
  } catch {
    return LATER;
  }
}

export function headers(token: string | null, accept: string): Record<string, string> {
  return {
    'content-type': 'application/json',
    accept,
    ...(token && { authorization: `Bearer ${token}` }),
  };
}

/** The one payload of a mutation: what it made, or the first of its user errors. */
export function payload<Payload extends { userErrors: readonly UserError[] }>(
  outcome: Outcome<Record<string, Payload | null>>,
): Outcome<Payload> {
  if (outcome.kind !== 'done') return outcome;
  const made = Object.values(outcome.data)[0];
  if (!made) return LATER;
  const [error] = made.userErrors;
  return error ? { kind: 'refused', code: error.code, message: error.message } : { ...outcome, data: made };
}

function refusal({ message, extensions = {} }: Fault): Outcome<never> {
  const { code = 'INTERNAL', retryAfterSeconds } = extensions;
  return code === 'RATE_LIMITED' || code === 'UNAVAILABLE'
    ? { kind: 'later', seconds: retryAfterSeconds ?? 1 }
    : { kind: 'refused', code, message };
}
