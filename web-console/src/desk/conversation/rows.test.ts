import { describe, expect, it } from 'vitest';
import type { Message } from './documents';
import { rowsOf } from './rows';

function said(seq: number, sender: Message['sender'], at: string, more: Partial<Message> = {}): Message {
  return {
    id: `m${seq}`,
    seq,
    clientMessageId: null,
    sender,
    author: null,
    text: `text ${seq}`,
    internal: false,
    sentAt: `2026-01-${at}:00Z`,
    source: null,
    choices: [],
    helpful: null,
    aiGenerated: false,
    ...more,
  };
}

const nothing = { handovers: [], outgoing: [], readBefore: null, dayOf: (at: string) => at.slice(0, 10) };

function shapes(messages: Message[], more: Partial<Parameters<typeof rowsOf>[0]> = {}) {
  return rowsOf({ ...nothing, messages, ...more }).map((row) =>
    row.kind === 'turn' ? row.messages.map(({ seq }) => seq).join('+') : row.kind,
  );
}

describe('the transcript', () => {
  it('puts what one says within five minutes into one turn', () => {
    const messages = [said(1, 'CONTACT', '31T10:00'), said(2, 'CONTACT', '31T10:04'), said(3, 'CONTACT', '31T10:09')];
    expect(shapes(messages)).toEqual(['day', '1+2', '3']);
  });

  it('keeps senders, authors and notes apart', () => {
    const messages = [
      said(1, 'AGENT', '31T10:00', { author: 'Lin' }),
      said(2, 'AGENT', '31T10:00', { author: 'Mei' }),
      said(3, 'AGENT', '31T10:00', { author: 'Mei', internal: true }),
      said(4, 'CONTACT', '31T10:00'),
    ];
    expect(shapes(messages)).toEqual(['day', '1', '2', '3', '4']);
  });

  it('begins each day with its date', () => {
    expect(shapes([said(1, 'CONTACT', '30T23:59'), said(2, 'CONTACT', '31T00:01')])).toEqual(['day', '1', 'day', '2']);
  });

  it('says between which messages the bot handed over', () => {
    const handovers = [
      { at: '2026-01-31T10:01:00Z', reason: 'ASKED_FOR', question: null, intent: null, told: [], triedAnswers: [] },
    ];
    const messages = [said(1, 'CONTACT', '31T10:00'), said(2, 'AGENT', '31T10:02')];
    expect(shapes(messages, { handovers })).toEqual(['day', '1', 'handover', '2']);
    expect(shapes(messages.slice(0, 1), { handovers })).toEqual(['day', '1', 'handover']);
  });

  it('marks where the contact went on after what was read', () => {
    const messages = [said(1, 'CONTACT', '31T10:00'), said(2, 'AGENT', '31T10:00'), said(3, 'CONTACT', '31T10:00')];
    expect(shapes(messages, { readBefore: 1 })).toEqual(['day', '1', '2', 'unread', '3']);
    expect(shapes(messages, { readBefore: 3 })).toEqual(['day', '1', '2', '3']);
  });

  it('marks nothing where nothing was read before', () => {
    expect(shapes([said(1, 'CONTACT', '31T10:00')], { readBefore: 0 })).toEqual(['day', '1']);
  });

  it('ends with what is on its way', () => {
    const outgoing = [{ clientMessageId: 'a', text: 'hi', internal: false, at: '', state: 'sending' as const }];
    expect(shapes([said(1, 'CONTACT', '31T10:00')], { outgoing })).toEqual(['day', '1', 'outgoing']);
  });
});
