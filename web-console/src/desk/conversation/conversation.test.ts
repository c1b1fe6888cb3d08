import { describe, expect, it } from 'vitest';
import { arrived, failed, opened, sending, typingNow, updated, withEarlier } from './conversation';
import type { Head, Message, Opened } from './documents';

const head: Head = {
  id: 'c1',
  state: 'ACTIVE',
  outcome: null,
  disposition: null,
  summary: null,
  startedAt: '2026-01-31T10:00:00Z',
  closedAt: null,
  queuePosition: null,
  channel: { id: 'ch', name: 'Shop', type: 'WEB' },
  skillGroup: { id: 'g', name: 'General' },
  assignee: { id: 'm', name: 'Lin' },
  contact: { id: 'p', name: null, email: null, phone: null, attributes: {} },
  rating: null,
  handovers: [],
};

function message(seq: number, more: Partial<Message> = {}): Message {
  return {
    id: `m${seq}`,
    seq,
    clientMessageId: null,
    sender: 'CONTACT',
    author: null,
    text: `text ${seq}`,
    internal: false,
    sentAt: '2026-01-31T10:00:00Z',
    source: null,
    choices: [],
    helpful: null,
    aiGenerated: false,
    ...more,
  };
}

function withMessages(...seqs: number[]): Opened {
  return {
    ...head,
    messages: {
      nodes: seqs.map((seq) => message(seq)),
      pageInfo: { hasPreviousPage: (seqs[0] ?? 1) > 1, startCursor: 'cursor' },
    },
  };
}

const stream = (seq: number, more: Partial<Message> = {}) => ({
  __typename: 'Message' as const,
  ...message(seq, more),
});
const outgoing = {
  clientMessageId: 'a',
  text: 'hi',
  internal: false,
  at: '2026-01-31T10:00:00Z',
  state: 'sending' as const,
};
const seqs = (conversation: { messages: readonly Message[] }) => conversation.messages.map(({ seq }) => seq);

describe('a conversation', () => {
  it('holds each message once, in order, however they come', () => {
    const conversation = [3, 2, 4, 3, 1].reduce((now, seq) => updated(now, stream(seq)), opened(withMessages(2)));
    expect(seqs(conversation)).toEqual([1, 2, 3, 4]);
  });

  it('puts earlier messages before the ones it has and says whether there are more', () => {
    const conversation = opened(withMessages(5, 6));
    expect(conversation.earlier).toBe('cursor');
    const whole = withEarlier(conversation, withMessages(1, 2, 3, 4, 5).messages);
    expect(seqs(whole)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(whole.earlier).toBeNull();
  });

  it('resumes after what history and stream gave, never after the answer to a send', () => {
    const conversation = opened(withMessages(1, 2));
    const answered = arrived(sending(conversation, outgoing), message(5, { clientMessageId: 'a', sender: 'AGENT' }));
    expect(answered.seen).toBe(2);
    expect(updated(answered, stream(3)).seen).toBe(3);
    expect(seqs(updated(answered, stream(3)))).toEqual([1, 2, 3, 5]);
  });

  it('shows an optimistic message until the real one is here, by answer or by stream', () => {
    const conversation = sending(opened(withMessages(1)), outgoing);
    expect(conversation.outgoing).toEqual([outgoing]);
    expect(arrived(conversation, message(2, { clientMessageId: 'a' })).outgoing).toEqual([]);
    expect(updated(conversation, stream(2, { clientMessageId: 'a' })).outgoing).toEqual([]);
    expect(updated(conversation, stream(2, { clientMessageId: 'b' })).outgoing).toEqual([outgoing]);
  });

  it('keeps a failed message, and its place at the end when it is tried again', () => {
    const other = { ...outgoing, clientMessageId: 'b' };
    const conversation = failed(sending(sending(opened(withMessages(1)), outgoing), other), 'a', 'why');
    expect(conversation.outgoing.map(({ state }) => state)).toEqual(['failed', 'sending']);
    expect(sending(conversation, outgoing).outgoing).toEqual([other, outgoing]);
  });

  it('knows who types until then, until she stops, or until her message', () => {
    const typing = { __typename: 'Typing' as const, sender: 'CONTACT' as const, author: null };
    const now = Date.parse('2026-01-31T10:00:00Z');
    const conversation = updated(opened(withMessages(1)), { ...typing, until: '2026-01-31T10:00:05Z' }, now);
    expect(typingNow(conversation, now + 4_999)).toHaveLength(1);
    expect(typingNow(conversation, now + 5_000)).toHaveLength(0);
    expect(updated(conversation, { ...typing, until: '2026-01-31T09:59:59Z' }, now).typists).toEqual([]);
    expect(updated(conversation, stream(2), now).typists).toEqual([]);
    expect(updated(conversation, stream(2, { sender: 'BOT' }), now).typists).toHaveLength(1);
  });

  it('is as the last change says', () => {
    const change = { __typename: 'ConversationChange' as const, at: '2026-01-31T10:00:00Z' };
    const conversation = updated(opened(withMessages(1)), { ...change, conversation: { ...head, state: 'CLOSED' } });
    expect(conversation.head.state).toBe('CLOSED');
    expect(seqs(conversation)).toEqual([1]);
  });
});
