import { describe, expect, it } from 'vitest';
import type { InboxEvent, Item } from './documents';
import { connected, EMPTY, groupsOf, happened, type Inbox, settled, unread, waitingSince, without } from './inbox';

type Line = Item['messages']['nodes'][number];

function line(seq: number, sender: Line['sender'], internal = false): Line {
  return {
    seq,
    sender,
    author: null,
    text: 'text',
    internal,
    sentAt: `2026-01-31T10:${String(seq).padStart(2, '0')}:00Z`,
  };
}

function item(id: string, more: Partial<Item> = {}): Item {
  return {
    id,
    state: 'ACTIVE',
    startedAt: '2026-01-31T10:00:00Z',
    closedAt: null,
    outcome: null,
    channel: { name: 'Shop' },
    skillGroup: { id: 'g', name: 'General' },
    assignee: null,
    contact: { id: 'p', name: null, email: null },
    handovers: [],
    messages: { nodes: [] },
    ...more,
  };
}

const entered = (each: Item): InboxEvent => ({ change: 'ENTERED', conversationId: each.id, conversation: each });
const holding = (...items: Item[]): Inbox => items.map(entered).reduce(happened, connected(EMPTY));
const ids = (items: readonly Item[]) => items.map(({ id }) => id);

describe('the inbox', () => {
  it('is grouped by state', () => {
    const inbox = holding(item('a'), item('q', { state: 'QUEUED' }), item('w', { state: 'WRAP_UP' }));
    const { active, queued, wrappingUp } = groupsOf(inbox);
    expect([ids(active), ids(queued), ids(wrappingUp)]).toEqual([['a'], ['q'], ['w']]);
  });

  it('loses what left and moves what changed', () => {
    const left: InboxEvent = { change: 'LEFT', conversationId: 'a', conversation: null };
    const inbox = happened(holding(item('a'), item('b', { state: 'QUEUED' })), left);
    const taken = happened(inbox, { change: 'CHANGED', conversationId: 'b', conversation: item('b') });
    expect(groupsOf(taken)).toEqual({ active: [item('b')], queued: [], wrappingUp: [] });
  });

  it('forgets after a reconnect what the new connection does not name, but only once it had time to', () => {
    const again = happened(connected(holding(item('a'), item('b'))), entered(item('b')));
    expect(ids(groupsOf(again).active)).toEqual(['a', 'b']);
    expect(ids(groupsOf(settled(again)).active)).toEqual(['b']);
  });

  it('is not known to be empty before it is settled', () => {
    expect(connected(EMPTY).settled).toBe(false);
    expect(settled(connected(EMPTY)).settled).toBe(true);
  });

  it('puts who waits longest first, then whom she served last', () => {
    const waits = (id: string, seq: number) => item(id, { messages: { nodes: [line(seq, 'CONTACT')] } });
    const served = (id: string, seq: number) =>
      item(id, { messages: { nodes: [line(1, 'CONTACT'), line(seq, 'AGENT')] } });
    const inbox = holding(served('s2', 2), waits('w9', 9), served('s5', 5), waits('w3', 3));
    expect(ids(groupsOf(inbox).active)).toEqual(['w3', 'w9', 's5', 's2']);
  });

  it('shows at once what she did herself', () => {
    expect(ids(groupsOf(without(holding(item('a'), item('b')), 'a')).active)).toEqual(['b']);
  });
});

describe('a contact waits', () => {
  it('since her first message after the last reply, notes and bot aside', () => {
    const nodes = [
      line(1, 'CONTACT'),
      line(2, 'AGENT'),
      line(3, 'CONTACT'),
      line(4, 'AGENT', true),
      line(5, 'CONTACT'),
    ];
    expect(waitingSince(item('a', { messages: { nodes } }))).toBe('2026-01-31T10:03:00Z');
  });

  it('for nobody once she is answered', () => {
    expect(waitingSince(item('a', { messages: { nodes: [line(1, 'CONTACT'), line(2, 'AGENT')] } }))).toBeNull();
  });

  it('in the queue since she was handed over', () => {
    const handovers = [{ at: '2026-01-31T10:05:00Z' }, { at: '2026-01-31T10:07:00Z' }];
    expect(waitingSince(item('q', { state: 'QUEUED', handovers }))).toBe('2026-01-31T10:07:00Z');
  });
});

describe('unread', () => {
  it('counts the contact’s messages after what was read', () => {
    const nodes = [line(1, 'CONTACT'), line(2, 'BOT'), line(3, 'CONTACT'), line(4, 'AGENT'), line(5, 'CONTACT')];
    expect(unread(item('a', { messages: { nodes } }), 0)).toBe(3);
    expect(unread(item('a', { messages: { nodes } }), 3)).toBe(1);
    expect(unread(item('a', { messages: { nodes } }), 5)).toBe(0);
  });
});
