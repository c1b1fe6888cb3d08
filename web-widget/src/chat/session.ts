import { START_SESSION } from '../graphql/documents';
import type { TadaDocumentNode } from '../graphql/gql';
import type { Access } from '../graphql/live';
import { LATER, type Outcome, payload, request } from '../graphql/request';
import type { Page } from '../panel/page';
import { pauses } from './pauses';
import type { Store } from './store';

/** A token is renewed so long before its end. */
const AHEAD = 60_000;
/** A channel that lets nobody in is asked again after this many seconds. */
const CLOSED = 60;

/** Her right to speak: a token that is renewed before it ends, or when it is no longer believed. */
export interface Session {
  access(): Promise<Outcome<Access>>;
  /** Asks as the visitor. */
  ask<Data, Variables>(document: TadaDocumentNode<Data, Variables>, variables: Variables): Promise<Outcome<Data>>;
  /** From now on she is whom the company says, if it is believed; asked until that is known. */
  identify(jwt: string): Promise<Outcome<Access>>;
  expired(): void;
  /** The time by the server's clock: hers may be wrong. */
  now(): number;
  /** The conversation that she left open elsewhere, as of the last start. */
  open(): string | null;
  forget(): void;
}

export interface Doors {
  page: Page;
  store: Store;
  locale(): string;
  /** Whether the channel lets her in at all. */
  tell(inside: boolean): void;
}

export function session({ page, store, locale, tell }: Doors): Session {
  let token = '';
  let renewAt = 0;
  let ahead = 0;
  let openConversation: string | null = null;
  let running: Promise<Outcome<Access>> | undefined;
  /** Counts the words about who she is: only the last one matters. */
  let claims = 0;
  const again = pauses();

  const start = async (identityToken: string | null, again = true): Promise<Outcome<Access>> => {
    const panelTicket = await page.ticket().catch(() => null);
    const outcome = payload(
      await request(
        START_SESSION,
        {
          input: {
            channelKey: page.channel.key,
            visitorToken: identityToken ? null : store.get('visitor'),
            panelTicket,
            identityToken,
            locale: locale(),
          },
        },
        null,
      ),
    );
    if (outcome.kind === 'later') return outcome;
    if (outcome.kind === 'refused') {
      if (outcome.code === 'FORBIDDEN' && again) {
        page.spent();
        return start(identityToken, false);
      }
      if (identityToken) return outcome;
      tell(false);
      return { kind: 'later', seconds: CLOSED };
    }
    const { accessToken, expiresAt, visitorToken } = outcome.data;
    if (!accessToken || !expiresAt) return LATER;
    ahead = outcome.at - Date.now();
    const lasts = Math.max(Date.parse(expiresAt) - outcome.at - AHEAD, AHEAD);
    token = accessToken;
    renewAt = Date.now() + lasts;
    openConversation = outcome.data.openConversation?.id ?? null;
    store.set('visitor', visitorToken);
    tell(true);
    return { kind: 'done', data: { token, lasts }, at: outcome.at };
  };

  /** One start at a time. */
  const starting = (identity: string | null) => {
    const mine = (running ?? Promise.resolve()).then(() => start(identity));
    running = mine;
    mine.then(() => {
      if (running === mine) running = undefined;
    });
    return mine;
  };

  const access = async (): Promise<Outcome<Access>> => {
    if (running) return running;
    const lasts = renewAt - Date.now();
    return token && lasts > 0 ? { kind: 'done', data: { token, lasts }, at: Date.now() } : starting(null);
  };

  const ask: Session['ask'] = async (document, variables) => {
    const first = await access();
    if (first.kind !== 'done') return first;
    const outcome = await request(document, variables, first.data.token);
    if (outcome.kind !== 'refused' || outcome.code !== 'UNAUTHENTICATED') return outcome;
    if (token === first.data.token) renewAt = 0;
    const second = await access();
    return second.kind === 'done' ? request(document, variables, second.data.token) : second;
  };

  return {
    access,
    ask,
    async identify(jwt) {
      const mine = ++claims;
      for (;;) {
        const outcome = await starting(jwt);
        if (outcome.kind !== 'later' || mine !== claims) return outcome;
        await new Promise<void>((resolve) => again.later(resolve, outcome.seconds));
      }
    },
    expired() {
      renewAt = 0;
    },
    now: () => Date.now() + ahead,
    open: () => openConversation,
    forget() {
      claims++;
      token = '';
      renewAt = 0;
      openConversation = null;
    },
  };
}
