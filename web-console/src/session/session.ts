import { takeTokensFrom } from '../transport/token';
import { finishSignIn, type Grant, goToSignIn, goToSignOut, isCallback, signInSilently } from './issuer';

/** Who sits here. Tokens live in this module's memory alone; the issuer's cookie is what survives a reload. */
export type Session = { kind: 'nobody' } | { kind: 'member'; subject: string };

const RENEW_BEFORE = 0.2;
const RETRY = 15_000;
const OTHER_TABS = 'wenda.session';

let grant: Grant | null = null;
let renewal: ReturnType<typeof setTimeout> | undefined;
let renewing: Promise<string | null> | null = null;
const otherTabs = new BroadcastChannel(OTHER_TABS);

/** Begins at every load of the page: takes the issuer's answer, or asks it silently. */
export async function begin(): Promise<Session> {
  takeTokensFrom({ current: () => grant?.accessToken ?? null, renewed });
  otherTabs.onmessage = () => location.reload();
  const address = new URL(location.href);
  if (isCallback(address)) {
    const finished = await finishSignIn(address);
    history.replaceState(null, '', finished?.returnTo ?? '/console/');
    if (finished) return entered(finished.grant);
  }
  const silent = await signInSilently();
  return silent ? entered(silent) : { kind: 'nobody' };
}

/** To the issuer's form, and back to where she is now or wants to be. */
export function signIn(returnTo = location.pathname + location.search + location.hash): Promise<void> {
  return goToSignIn(returnTo);
}

/** To the issuer's form for somebody else than who sits here; she ends at `returnTo`, or at the start page. */
export function signInAs(address: string, returnTo: string): void {
  if (grant) signOut();
  else void goToSignIn(returnTo, address);
}

/** Here, at the issuer, and in this browser's other tabs. */
export function signOut(): void {
  clearTimeout(renewal);
  const idToken = grant?.idToken;
  grant = null;
  otherTabs.postMessage('signed-out');
  if (idToken) goToSignOut(idToken);
}

function entered(fresh: Grant): Session {
  grant = fresh;
  const life = fresh.expiresAt - Date.now();
  renewLater(life * (1 - RENEW_BEFORE));
  return { kind: 'member', subject: fresh.subject };
}

function renewLater(delay: number): void {
  clearTimeout(renewal);
  renewal = setTimeout(() => {
    if (grant) renewed(grant.accessToken).catch(() => renewLater(RETRY));
  }, delay);
}

/** All who find the same token stale wait for the same renewal. */
function renewed(stale: string): Promise<string | null> {
  if (grant && grant.accessToken !== stale) return Promise.resolve(grant.accessToken);
  renewing ??= renew().finally(() => {
    renewing = null;
  });
  return renewing;
}

async function renew(): Promise<string | null> {
  const fresh = await signInSilently();
  if (!fresh) {
    await signIn();
    return null;
  }
  if (grant && fresh.subject !== grant.subject) location.reload(); // another member signed in beside her
  entered(fresh);
  return fresh.accessToken;
}
