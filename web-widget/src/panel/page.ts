/** Something said in one language. */
interface Local {
  locale: string;
}

/** What one click asks; a person, or a question, which is the label where there is none. */
export interface QuickButton {
  person: boolean;
  wordings: (Local & { label: string; question: string | null })[];
}

/** How the company wants its bot to be seen. */
export interface Look {
  name: string | null;
  initials: string | null;
  colour: string | null;
  greetings: (Local & { text: string })[];
  buttons: QuickButton[];
}

/** What the server says about the channel in the panel's page. */
export interface Channel {
  key: string;
  company: string;
  channel: string;
  greeting: string | null;
  bot: boolean;
  /** The only pages that may talk to the panel. */
  origins: string[];
  look: Look | null;
}

const TICKET = /name="wenda-panel-ticket" content="([^"]+)"/;
/** A ticket is good for ten minutes. */
const FRESH = 9 * 60_000;

/** The document that the frame was given. */
export interface Page {
  channel: Channel;
  /** A ticket that starts a session; where the page's own has become old, one of a page fetched anew. */
  ticket(): Promise<string | null>;
  /** The last ticket was not believed. */
  spent(): void;
}

export function page(): Page {
  let ticket: string | null = meta('wenda-panel-ticket');
  let since = Date.now();
  return {
    channel: JSON.parse(meta('wenda-channel')) as Channel,
    async ticket() {
      if (ticket && Date.now() - since < FRESH) return ticket;
      const response = await fetch(location.pathname, { cache: 'no-store' });
      ticket = response.ok ? (TICKET.exec(await response.text())?.[1] ?? null) : null;
      since = Date.now();
      return ticket;
    },
    spent() {
      ticket = null;
    },
  };
}

function meta(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
}
