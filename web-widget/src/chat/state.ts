import type { Message } from '../graphql/documents';
import type { Link } from '../graphql/live';
import type { Outgoing } from './outbox';
import { current, lastSeq, type Threads } from './threads';

/** Everything that is shown, at one moment. */
export interface State {
  /** closed: the channel lets nobody in. */
  stage: 'idle' | 'starting' | 'open' | 'closed';
  link: Link;
  threads: Threads;
  outgoing: readonly Outgoing[];
  /** Somebody on the other side is typing: an agent by her name, or the bot. */
  typing: { author: string | null } | null;
  unread: number;
  /** Whether she is asking for a person. */
  asking: 'no' | 'asking' | 'failed';
  /** Earlier messages are on their way. */
  paging: boolean;
}

/** The chat of one visitor: what is shown, and what she can do. */
export interface Chat {
  state(): State;
  watch(watcher: () => void): () => void;
  /** Makes the session and reads on where she left off; the first call counts. */
  begin(): void;
  /** Whether she is on the page that she sees; what is there then, she has seen. */
  show(visible: boolean): void;
  send(text: string): void;
  retry(id: string): void;
  discard(id: string): void;
  /** Asks for a person; where nothing was said yet, by these words. */
  requestAgent(words: string): void;
  /** Whether the rating was taken. */
  rate(score: number, comment: string): Promise<boolean>;
  /** Whether an answer of the bot helped. */
  helped(message: string, yes: boolean): void;
  /** Reads a message again whose files' links are about to end. */
  renew(message: Message): void;
  /** She writes, or has taken back what she wrote. */
  typed(writing: boolean): void;
  earlier(): void;
  /** Null where she is believed to be who the company says, else why not. */
  identify(jwt: string): Promise<string | null>;
  reset(): void;
}

export const START: State = {
  stage: 'idle',
  link: 'connecting',
  threads: [],
  outgoing: [],
  typing: null,
  unread: 0,
  asking: 'no',
  paging: false,
};

/** How far she has seen: a conversation and a number in it, as one word to be kept. */
export function seenSoFar(threads: Threads): string | null {
  const thread = current(threads);
  return thread ? `${thread.conversation.id}:${lastSeq(thread.messages)}` : null;
}

/** How many messages of others are beyond what she has seen. */
export function unseen(threads: Threads, seen: string | null): number {
  const thread = current(threads);
  if (!thread) return 0;
  const [conversation, seq] = (seen ?? '').split(':');
  const from = conversation === thread.conversation.id ? Number(seq) : 0;
  return thread.messages.filter((message) => message.sender !== 'CONTACT' && message.seq > from).length;
}
