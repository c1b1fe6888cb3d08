import type { ConversationParts, Message } from '../graphql/documents';

/** One conversation as it is shown here: as it is now, and a stretch of its messages without a gap to the end. */
export interface Thread {
  conversation: ConversationParts;
  /** In order of seq, each once. */
  messages: readonly Message[];
  /** Where the messages before these begin; null where there are none. */
  earlier: string | null;
}

/** Conversations from the oldest to the one that she is in. */
export type Threads = readonly Thread[];

export function current(threads: Threads): Thread | undefined {
  return threads.at(-1);
}

/** With the conversation as it is now; one that was not there is the one that she is in from now on. */
export function changed(threads: Threads, conversation: ConversationParts): Threads {
  const known = threads.some((thread) => thread.conversation.id === conversation.id);
  return known
    ? threads.map((thread) => (thread.conversation.id === conversation.id ? { ...thread, conversation } : thread))
    : [...threads, { conversation, messages: [], earlier: null }];
}

/** With these messages; what is there already stays, whoever told of it first. */
export function received(threads: Threads, conversation: string, messages: readonly Message[]): Threads {
  return threads.map((thread) =>
    thread.conversation.id === conversation ? { ...thread, messages: inOrder(thread.messages, messages) } : thread,
  );
}

/** With a stretch of messages before the ones that are there. */
export function extended(
  threads: Threads,
  conversation: string,
  messages: readonly Message[],
  earlier: string | null,
): Threads {
  return received(threads, conversation, messages).map((thread) =>
    thread.conversation.id === conversation ? { ...thread, earlier } : thread,
  );
}

/** With a message as it is now. */
export function replaced(threads: Threads, message: Message): Threads {
  return threads.map((thread) => ({
    ...thread,
    messages: thread.messages.map((known) => (known.id === message.id ? message : known)),
  }));
}

export function lastSeq(messages: readonly Message[]): number {
  return messages.at(-1)?.seq ?? 0;
}

function inOrder(known: readonly Message[], more: readonly Message[]): readonly Message[] {
  const seqs = new Set(known.map((message) => message.seq));
  const fresh = more.filter((message) => !seqs.has(message.seq));
  if (!fresh.length) return known;
  const all = [...known, ...fresh];
  const [first] = fresh;
  return first && first.seq > lastSeq(known) && fresh.length === 1 ? all : all.sort((a, b) => a.seq - b.seq);
}
