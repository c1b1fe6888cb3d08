/** Why a connection is over: it never came about, it was lost, its token is no longer good, or what it asked is refused. */
export type End = 'unopened' | 'lost' | 'expired' | 'refused';

/** Whom a connection tells what happens on it. */
export interface Line {
  up(): void;
  next(data: unknown): void;
  /** Once, as the last thing. */
  down(end: End): void;
}

export interface Connection {
  /** Ends it without a word. */
  close(): void;
  /** It looks open: whether it is shall be known in a moment. */
  probe(): void;
}

/** One way of carrying one subscription. */
export type Transport = (subscription: { query: string; variables: unknown }, token: string, line: Line) => Connection;

/** The end that an error of the subscription means. */
export function endOf(errors: readonly { extensions?: { code?: string } }[]): End {
  switch (errors[0]?.extensions?.code) {
    case 'UNAUTHENTICATED':
      return 'expired';
    case 'NOT_FOUND':
    case 'FORBIDDEN':
      return 'refused';
    default:
      return 'lost';
  }
}
