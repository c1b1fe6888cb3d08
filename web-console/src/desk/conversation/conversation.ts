import type { EnumOf } from '../../transport/graphql';
import type { Head, Message, Opened, Stretch, Update } from './documents';

export type Sender = EnumOf<'Sender'>;

/** A message of hers that the API has not confirmed yet. */
export type Outgoing = {
  clientMessageId: string;
  text: string;
  internal: boolean;
  at: string;
  state: 'sending' | 'failed';
  /** Why it failed, as it was thrown. */
  fault?: unknown;
};

export type Typist = { sender: Sender; author: string | null; until: number };

/** What the desk knows of one conversation. */
export type Conversation = {
  head: Head;
  /** In order of seq, each once. */
  messages: readonly Message[];
  /** Where earlier messages begin, null where all are here. */
  earlier: string | null;
  /** Highest seq that the history or the stream gave. The answer to a send may overtake others, so it never counts. */
  seen: number;
  outgoing: readonly Outgoing[];
  typists: readonly Typist[];
};

export function opened({ messages, ...head }: Opened): Conversation {
  const sorted = merged([], messages.nodes);
  return {
    head,
    messages: sorted,
    earlier: earlierThan(messages),
    seen: sorted.at(-1)?.seq ?? 0,
    outgoing: [],
    typists: [],
  };
}

export function withEarlier(conversation: Conversation, stretch: Stretch): Conversation {
  return {
    ...conversation,
    messages: merged(conversation.messages, stretch.nodes),
    earlier: earlierThan(stretch),
  };
}

/** What the stream told. */
export function updated(conversation: Conversation, update: Update, now = Date.now()): Conversation {
  switch (update.__typename) {
    case 'Message':
      return {
        ...arrived(conversation, update),
        seen: Math.max(conversation.seen, update.seq),
        typists: conversation.typists.filter((typist) => !sameTypist(typist, update)),
      };
    case 'ConversationChange':
      return { ...conversation, head: update.conversation };
    case 'Typing': {
      const others = conversation.typists.filter((typist) => !sameTypist(typist, update));
      const until = Date.parse(update.until);
      const { sender, author } = update;
      return { ...conversation, typists: until > now ? [...others, { sender, author, until }] : others };
    }
  }
}

/** A message is here, from wherever; its optimistic twin goes. */
export function arrived(conversation: Conversation, message: Message): Conversation {
  return {
    ...conversation,
    messages: merged(conversation.messages, [message]),
    outgoing: conversation.outgoing.filter((each) => each.clientMessageId !== message.clientMessageId),
  };
}

export function sending(conversation: Conversation, outgoing: Outgoing): Conversation {
  const others = conversation.outgoing.filter((each) => each.clientMessageId !== outgoing.clientMessageId);
  return { ...conversation, outgoing: [...others, outgoing] };
}

export function failed(conversation: Conversation, clientMessageId: string, fault: unknown): Conversation {
  return {
    ...conversation,
    outgoing: conversation.outgoing.map((each) =>
      each.clientMessageId === clientMessageId ? { ...each, state: 'failed', fault } : each,
    ),
  };
}

export function discarded(conversation: Conversation, clientMessageId: string): Conversation {
  return {
    ...conversation,
    outgoing: conversation.outgoing.filter((each) => each.clientMessageId !== clientMessageId),
  };
}

export function typingNow(conversation: Conversation, now: number): readonly Typist[] {
  return conversation.typists.filter((typist) => typist.until > now);
}

function sameTypist(typist: Typist, other: { sender: Sender; author: string | null }): boolean {
  return typist.sender === other.sender && typist.author === other.author;
}

function earlierThan({ pageInfo }: Stretch): string | null {
  return pageInfo.hasPreviousPage ? pageInfo.startCursor : null;
}

function merged(known: readonly Message[], more: readonly Message[]): readonly Message[] {
  const last = known.at(-1);
  const [only] = more;
  if (more.length === 1 && only && (!last || only.seq > last.seq)) return [...known, only];
  const bySeq = new Map([...known, ...more].map((message) => [message.seq, message]));
  return [...bySeq.values()].sort((one, other) => one.seq - other.seq);
}
