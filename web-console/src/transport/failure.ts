/** What the API says in `extensions.code`. */
export type Code =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_REQUEST'
  | 'NOT_FOUND'
  | 'TOO_COMPLEX'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'INTERNAL';

/** What is wrong with a file that was sent: a code of `KnowledgeFileFaultCode`, and the number or name that matters. */
export type FileFault = { code: string; about: string | null };

/** Why a request brought nothing: the network did not carry it, or the API refused it. */
export type Failure =
  | { kind: 'unreachable' }
  | {
      kind: 'refused';
      code: Code;
      message: string;
      traceId?: string;
      retryAfterSeconds?: number;
      fileFault?: FileFault;
    };

/** An error of the GraphQL answer, as it travels. */
export type WireError = {
  message: string;
  extensions?: { code?: Code; traceId?: string; retryAfterSeconds?: number; fileFault?: FileFault };
};

/** Something in the input that its author can mend. */
export type UserError = { code: string; field: readonly string[] | null; message: string };

/** Thrown where a failure must travel through code that knows nothing of it. */
export class Failed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind === 'refused' ? `${failure.code}: ${failure.message}` : 'unreachable');
    this.name = 'Failed';
  }
}

/** Thrown by a mutation that was understood and declined. */
export class Declined extends Error {
  constructor(readonly errors: readonly UserError[]) {
    super(errors.map((error) => error.message).join(' '));
    this.name = 'Declined';
  }
}

export function refusal(error: WireError): Failure {
  const { code = 'INTERNAL', traceId, retryAfterSeconds, fileFault } = error.extensions ?? {};
  return {
    kind: 'refused',
    code,
    message: error.message,
    ...(traceId === undefined ? {} : { traceId }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(fileFault === undefined ? {} : { fileFault }),
  };
}

/** Whatever was thrown, as a failure that a screen can show. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Failed) return thrown.failure;
  return { kind: 'refused', code: 'INTERNAL', message: thrown instanceof Error ? thrown.message : String(thrown) };
}

/** Whether asking the same again may help. */
export function mayPass(failure: Failure): boolean {
  return failure.kind === 'unreachable' || failure.code === 'UNAVAILABLE' || failure.code === 'RATE_LIMITED';
}
