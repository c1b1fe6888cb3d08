import type { Message } from '../graphql/documents';
import type { Outgoing } from './outbox';
import type { Thread, Threads } from './threads';

/** One line of what is shown, from the oldest to what waits to be sent. */
export type Entry =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'message'; key: string; message: Message; opens: boolean; closes: boolean; asks: boolean }
  | { kind: 'joined'; key: string; name: string }
  | { kind: 'ended'; key: string }
  | { kind: 'outgoing'; key: string; message: Outgoing };

/** Puts days, arrivals and ends between the messages; a group of one writer opens and closes once. */
export function entries(threads: Threads, outgoing: readonly Outgoing[]): Entry[] {
  const lines: Entry[] = [];
  let day = '';
  for (const thread of threads) {
    let agent: string | null = null;
    thread.messages.forEach((message, i) => {
      const on = new Date(message.sentAt).toDateString();
      if (on !== day) lines.push({ kind: 'day', key: `day ${message.id}`, at: message.sentAt });
      const before = on === day ? thread.messages[i - 1] : undefined;
      day = on;
      if (message.sender === 'AGENT' && message.author && message.author !== agent) {
        lines.push({ kind: 'joined', key: `joined ${message.id}`, name: message.author });
        agent = message.author;
      }
      const after = thread.messages[i + 1];
      lines.push({
        kind: 'message',
        key: message.id,
        message,
        opens: !before || !together(before, message),
        closes: !after || !together(message, after),
        asks: !after && isCurrent(thread, threads) && thread.conversation.state === 'BOT',
      });
    });
    lines.push(...end(thread, agent));
  }
  return [...lines, ...outgoing.map((message): Entry => ({ kind: 'outgoing', key: message.id, message }))];
}

const MINUTES = 5 * 60_000;

function together(one: Message, other: Message): boolean {
  return (
    one.sender === other.sender &&
    one.author === other.author &&
    Date.parse(other.sentAt) - Date.parse(one.sentAt) < MINUTES
  );
}

function isCurrent(thread: Thread, threads: Threads): boolean {
  return thread === threads.at(-1);
}

function end({ conversation }: Thread, agent: string | null): Entry[] {
  const { id, state, assignee } = conversation;
  if (state === 'CLOSED') return [{ kind: 'ended', key: `ended ${id}` }];
  const arrived = state === 'ACTIVE' && assignee && assignee.name !== agent;
  return arrived ? [{ kind: 'joined', key: `joined ${id} ${assignee.name}`, name: assignee.name }] : [];
}
