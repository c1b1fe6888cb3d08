import { preferredLanguage } from '../language/language';
import { newProof, type Proof, randomText } from './pkce';

const CLIENT = 'wenda-console';
const BASE = '/console/';
const CALLBACK = `${BASE}callback`;
const PENDING = 'wenda.sign-in';

/** What the issuer gave: who, for how long. */
export type Grant = { accessToken: string; idToken: string; subject: string; expiresAt: number };

/** A sign-in on its way through the issuer's pages, kept in this tab. */
type Pending = { verifier: string; state: string; returnTo: string };

/** Sends the whole page to the issuer's form, her address filled in where it is known; afterwards she is at `returnTo`. */
export async function goToSignIn(returnTo: string, address?: string): Promise<void> {
  const proof = await newProof();
  const state = randomText(16);
  sessionStorage.setItem(PENDING, JSON.stringify({ verifier: proof.verifier, state, returnTo } satisfies Pending));
  const hint = address === undefined ? '' : `&${new URLSearchParams({ login_hint: address })}`;
  location.assign(authorization(proof, state) + hint);
}

/** Whether this address is the issuer's answer. */
export function isCallback(address: URL): boolean {
  return address.pathname === CALLBACK;
}

/** Takes the issuer's answer; null where it is not the answer to this tab's question. */
export async function finishSignIn(address: URL): Promise<{ grant: Grant; returnTo: string } | null> {
  const kept = sessionStorage.getItem(PENDING);
  sessionStorage.removeItem(PENDING);
  const code = address.searchParams.get('code');
  if (!kept || !code) return null;
  const pending = JSON.parse(kept) as Pending;
  if (address.searchParams.get('state') !== pending.state) return null;
  return { grant: await exchange(code, pending.verifier), returnTo: pending.returnTo };
}

/** Asks without a form: the issuer's session cookie answers, or says that there is none (null). */
export async function signInSilently(): Promise<Grant | null> {
  const proof = await newProof();
  const state = randomText(16);
  const answer = await fetch(`${authorization(proof, state)}&prompt=none`, { credentials: 'same-origin' });
  const address = new URL(answer.url);
  const code = address.searchParams.get('code');
  if (!isCallback(address) || address.searchParams.get('state') !== state) throw new Error(`issuer: ${answer.status}`);
  return code === null ? null : exchange(code, proof.verifier);
}

/** Ends the issuer's session as well; the whole page leaves. */
export function goToSignOut(idToken: string): void {
  const query = new URLSearchParams({
    id_token_hint: idToken,
    post_logout_redirect_uri: `${location.origin}${BASE}`,
  });
  location.assign(`/connect/logout?${query}`);
}

function authorization(proof: Proof, state: string): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: CLIENT,
    redirect_uri: `${location.origin}${CALLBACK}`,
    scope: 'openid',
    state,
    code_challenge: proof.challenge,
    code_challenge_method: 'S256',
    ui_locales: preferredLanguage(),
  });
  return `/oauth2/authorize?${query}`;
}

async function exchange(code: string, verifier: string): Promise<Grant> {
  const askedAt = Date.now();
  const answer = await fetch('/oauth2/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: CLIENT,
      code,
      code_verifier: verifier,
      redirect_uri: `${location.origin}${CALLBACK}`,
    }),
  });
  if (!answer.ok) throw new Error(`issuer: ${answer.status}`);
  const tokens = (await answer.json()) as { access_token: string; id_token: string; expires_in: number };
  return {
    accessToken: tokens.access_token,
    idToken: tokens.id_token,
    subject: subjectOf(tokens.id_token),
    expiresAt: askedAt + tokens.expires_in * 1000,
  };
}

/** Whose token it is; it came straight from the issuer, so its signature is not asked. */
export function subjectOf(idToken: string): string {
  const payload = idToken.split('.')[1] ?? '';
  const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { sub: string };
  return claims.sub;
}
