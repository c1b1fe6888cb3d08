import type { Outgoing, Sender } from './conversation';
import type { Head, Message } from './documents';

export type Turn = {
  kind: 'turn';
  key: string;
  sender: Sender;
  author: string | null;
  internal: boolean;
  at: string;
  messages: readonly Message[];
};

/** What the transcript shows, from top to bottom. */
export type Row =
  | Turn
  | { kind: 'day'; key: string; at: string }
  | { kind: 'handover'; key: string; at: string; reason: string; told: Head['handovers'][number]['told'] }
  | { kind: 'unread'; key: string }
  | { kind: 'outgoing'; key: string; outgoing: Outgoing };

const ONE_TURN = 5 * 60_000;

type Shown = {
  messages: readonly Message[];
  handovers: Head['handovers'];
  outgoing: readonly Outgoing[];
  /** Seq of the last message that she had read when she came; null where no mark shall stand. */
  readBefore: number | null;
  dayOf: (at: string) => string;
};

/** Messages of the same sender within five minutes are one turn; days, handovers and her unread mark stand between. */
export function rowsOf({ messages, handovers, outgoing, readBefore, dayOf }: Shown): readonly Row[] {
  const rows: Row[] = [];
  const pending = [...handovers];
  let day: string | null = null;
  let marked = readBefore === null || !messages.some(({ seq }) => seq <= readBefore);

  for (const message of messages) {
    const today = dayOf(message.sentAt);
    if (today !== day) {
      rows.push({ kind: 'day', key: `day-${today}`, at: message.sentAt });
      day = today;
    }
    for (let next = pending[0]; next && next.at < message.sentAt; next = pending[0]) {
      rows.push(handoverRow(next));
      pending.shift();
    }
    if (!marked && readBefore !== null && message.seq > readBefore && message.sender === 'CONTACT') {
      rows.push({ kind: 'unread', key: 'unread' });
      marked = true;
    }
    const last = rows.at(-1);
    if (last?.kind === 'turn' && continues(last, message)) {
      rows[rows.length - 1] = { ...last, messages: [...last.messages, message] };
    } else {
      const { sender, author, internal, sentAt } = message;
      rows.push({ kind: 'turn', key: message.id, sender, author, internal, at: sentAt, messages: [message] });
    }
  }
  for (const handover of pending) rows.push(handoverRow(handover));
  for (const each of outgoing) rows.push({ kind: 'outgoing', key: each.clientMessageId, outgoing: each });
  return rows;
}

function handoverRow({ at, reason, told }: Head['handovers'][number]): Row {
  return { kind: 'handover', key: `handover-${at}`, at, reason, told };
}

function continues(turn: Turn, message: Message): boolean {
  const before = turn.messages.at(-1)?.sentAt ?? turn.at;
  return (
    turn.sender === message.sender &&
    turn.author === message.author &&
    turn.internal === message.internal &&
    Date.parse(message.sentAt) - Date.parse(before) < ONE_TURN
  );
}
