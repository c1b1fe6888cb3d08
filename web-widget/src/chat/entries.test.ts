import { expect, it } from 'vitest';
import type { Message } from '../graphql/documents';
import { type Entry, entries } from './entries';
import type { Thread } from './threads';

const said = (seq: number, more: Partial<Message> = {}): Message => ({
  id: `m${seq}`,
  seq,
  clientMessageId: null,
  sender: 'CONTACT',
  author: null,
  text: `${seq}`,
  sentAt: `2026-11-25T10:0${seq}:00Z`,
  source: null,
  choices: [],
  helpful: null,
  aiGenerated: false,
  ...more,
});

const thread = (messages: Message[], conversation: Partial<Thread['conversation']> = {}): Thread => ({
  conversation: {
    id: 'c',
    state: 'BOT',
    queuePosition: null,
    closedAt: null,
    assignee: null,
    rating: null,
    ...conversation,
  },
  messages,
  earlier: null,
});

const inShort = (line: Entry) => {
  switch (line.kind) {
    case 'message':
      return `${line.message.seq}${line.opens ? ' opens' : ''}${line.closes ? ' closes' : ''}${line.asks ? ' asks' : ''}`;
    case 'joined':
      return `joined ${line.name}`;
    case 'outgoing':
      return `outgoing ${line.message.text}`;
    default:
      return line.kind;
  }
};

it('groupsWhatOneWriterSaysWithinFiveMinutes', () => {
  const messages = [said(1), said(2), said(3, { sender: 'BOT' }), said(9, { sender: 'BOT' })];

  expect(entries([thread(messages)], []).map(inShort)).toEqual([
    'day',
    '1 opens',
    '2 closes',
    '3 opens closes',
    '9 opens closes asks',
  ]);
});

it('beginsAGroupAnewOnAnotherDay', () => {
  const messages = [said(1, { sentAt: '2026-11-24T12:00:00Z' }), said(2, { sentAt: '2026-11-26T12:00:00Z' })];

  expect(entries([thread(messages)], []).map(inShort)).toEqual(['day', '1 opens closes', 'day', '2 opens closes asks']);
});

it('tellsThatAnAgentJoinedBeforeHerFirstWordOrWhileSheHasSaidNone', () => {
  const mei = { sender: 'AGENT', author: 'Mei' } as const;
  const active = { state: 'ACTIVE', assignee: { name: 'Lin' } } as const;

  expect(entries([thread([said(1), said(2, mei), said(3, mei)], active)], []).map(inShort)).toEqual([
    'day',
    '1 opens closes',
    'joined Mei',
    '2 opens',
    '3 closes',
    'joined Lin',
  ]);
});

it('putsTheEndOfAConversationBeforeTheNextAndWhatWaitsAtTheEnd', () => {
  const closed = thread([said(1)], { state: 'CLOSED' });
  const open = thread([said(2)], { id: 'd' });
  const outgoing = [{ id: 'o', text: 'soon', at: '', failed: false }];

  expect(entries([closed, open], outgoing).map(inShort)).toEqual([
    'day',
    '1 opens closes',
    'ended',
    '2 opens closes asks',
    'outgoing soon',
  ]);
});
