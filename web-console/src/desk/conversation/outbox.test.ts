import { describe, expect, it } from 'vitest';
import { Declined, Failed } from '../../transport/failure';
import type { Conversation, Outgoing } from './conversation';
import type { Head, Message } from './documents';
import { outbox } from './outbox';

const outgoing = (clientMessageId: string): Outgoing => ({
  clientMessageId,
  text: clientMessageId,
  internal: false,
  at: '2026-01-31T10:00:00Z',
  state: 'sending',
});

function message(seq: number, clientMessageId: string): Message {
  const text = clientMessageId;
  const sentAt = '2026-01-31T10:00:00Z';
  const rest = { author: null, internal: false, source: null, choices: [], helpful: null, aiGenerated: false };
  return { id: `m${seq}`, seq, clientMessageId, sender: 'AGENT', text, sentAt, ...rest };
}

function at(deliver: (each: Outgoing, call: number) => Message) {
  let conversation: Conversation = {
    head: {} as Head,
    messages: [],
    earlier: null,
    seen: 0,
    outgoing: [],
    typists: [],
  };
  const asked: string[] = [];
  const pauses: number[] = [];
  const box = outbox({
    change: (step) => {
      conversation = step(conversation);
    },
    deliver: async (each) => deliver(each, asked.push(each.clientMessageId)),
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
    },
  });
  return { box, asked, pauses, now: () => conversation };
}

const unreachable = new Failed({ kind: 'unreachable' });

describe('the outbox', () => {
  it('shows a message before it is delivered and sends in order', async () => {
    const { box, asked, now } = at((each, call) => message(call, each.clientMessageId));
    box.send(outgoing('a'));
    const sent = box.send(outgoing('b'));
    expect(now().outgoing.map(({ clientMessageId }) => clientMessageId)).toEqual(['a', 'b']);
    await sent;
    expect(asked).toEqual(['a', 'b']);
    expect(now().outgoing).toEqual([]);
    expect(now().messages.map(({ text }) => text)).toEqual(['a', 'b']);
  });

  it('tries again what the network did not carry, under the same id, before the next one goes', async () => {
    const { box, asked, pauses } = at((each, call) => {
      if (call < 3) throw unreachable;
      return message(call, each.clientMessageId);
    });
    box.send(outgoing('a'));
    await box.send(outgoing('b'));
    expect(asked).toEqual(['a', 'a', 'a', 'b']);
    expect(pauses).toEqual([500, 1000]);
  });

  it('gives up in the end, says why, and goes on with the next', async () => {
    const { box, asked, now } = at((each, call) => {
      if (each.clientMessageId === 'a') throw unreachable;
      return message(call, each.clientMessageId);
    });
    box.send(outgoing('a'));
    await box.send(outgoing('b'));
    expect(asked).toEqual(['a', 'a', 'a', 'a', 'a', 'a', 'b']);
    expect(now().outgoing).toEqual([{ ...outgoing('a'), state: 'failed', fault: unreachable }]);
  });

  it('does not repeat what the API declined', async () => {
    const declined = new Declined([{ code: 'NOT_ALLOWED_NOW', field: null, message: 'the conversation is CLOSED' }]);
    const { box, asked, now } = at(() => {
      throw declined;
    });
    await box.send(outgoing('a'));
    expect(asked).toEqual(['a']);
    expect(now().outgoing).toEqual([{ ...outgoing('a'), state: 'failed', fault: declined }]);
  });
});
