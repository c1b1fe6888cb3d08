import type { InboxEvent, Item } from './documents';

type Held = { item: Item; generation: number };

/**
 * An agent's inbox as the stream tells it. Each connection begins with all that is in it, so what a new connection does
 * not name is gone: its generation is an old one.
 */
export type Inbox = { held: ReadonlyMap<string, Held>; generation: number; settled: boolean };

export const EMPTY: Inbox = { held: new Map(), generation: 0, settled: false };

/** A connection is up: its first events are what the inbox holds. */
export function connected(inbox: Inbox): Inbox {
  return { ...inbox, generation: inbox.generation + 1 };
}

/** The connection had time to name everything. */
export function settled(inbox: Inbox): Inbox {
  const held = new Map([...inbox.held].filter(([, each]) => each.generation === inbox.generation));
  return { ...inbox, held, settled: true };
}

export function happened(inbox: Inbox, { change, conversationId, conversation }: InboxEvent): Inbox {
  const held = new Map(inbox.held);
  if (change === 'LEFT' || !conversation) held.delete(conversationId);
  else held.set(conversationId, { item: conversation, generation: inbox.generation });
  return { ...inbox, held };
}

/** What she did herself shows at once; the stream corrects it. */
export function without(inbox: Inbox, conversationId: string): Inbox {
  const held = new Map(inbox.held);
  held.delete(conversationId);
  return { ...inbox, held };
}

export type Groups = { active: readonly Item[]; queued: readonly Item[]; wrappingUp: readonly Item[] };

/** Who waits longest comes first; then whom she served last. */
export function groupsOf(inbox: Inbox): Groups {
  const items = [...inbox.held.values()].map(({ item }) => item);
  const inState = (state: Item['state']) => items.filter((item) => item.state === state).sort(byUrgency);
  return { active: inState('ACTIVE'), queued: inState('QUEUED'), wrappingUp: inState('WRAP_UP') };
}

function byUrgency(one: Item, other: Item): number {
  const waits = [waitingSince(one), waitingSince(other)] as const;
  if (waits[0] !== null && waits[1] !== null) return waits[0].localeCompare(waits[1]) || one.id.localeCompare(other.id);
  if (waits[0] !== null) return -1;
  if (waits[1] !== null) return 1;
  return lastAt(other).localeCompare(lastAt(one));
}

function lastAt(item: Item): string {
  return item.messages.nodes.at(-1)?.sentAt ?? item.startedAt;
}

/** Since when the contact waits for a person: her first message without a reply, or when she was handed over. */
export function waitingSince(item: Item): string | null {
  if (item.state === 'QUEUED') return item.handovers.at(-1)?.at ?? item.startedAt;
  if (item.state !== 'ACTIVE') return null;
  const spoken = item.messages.nodes.filter(({ internal, sender }) => !internal && sender !== 'SYSTEM');
  const answered = spoken.findLastIndex(({ sender }) => sender === 'AGENT');
  return spoken.slice(answered + 1).find(({ sender }) => sender === 'CONTACT')?.sentAt ?? null;
}

/** The contact's messages that she has not read, of the last ten. */
export function unread(item: Item, readSeq: number): number {
  return item.messages.nodes.filter(({ sender, seq }) => sender === 'CONTACT' && seq > readSeq).length;
}
