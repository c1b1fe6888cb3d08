/** Where the transport gets its bearer token; the session puts itself in at start. */
export type TokenSource = {
  /** The token as it is now, null for nobody. */
  current: () => string | null;
  /** A token in place of one that the API no longer takes, null where the member must sign in again. */
  renewed: (stale: string) => Promise<string | null>;
};

let source: TokenSource = { current: () => null, renewed: () => Promise.resolve(null) };

export function takeTokensFrom(tokens: TokenSource): void {
  source = tokens;
}

export const tokens: TokenSource = {
  current: () => source.current(),
  renewed: (stale) => source.renewed(stale),
};
