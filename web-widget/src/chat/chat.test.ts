import { describe, expect, it, vi } from 'vitest';
import { inConversation, opened, pass, server, setScene } from '../fake/scene';
import { data, fault } from '../fake/server';
import { memory } from '../fake/visitor';

setScene();

/** Mei types, until then from now. */
function typing(forMs: number) {
  const until = new Date(Date.now() + forMs).toISOString();
  server.sockets.at(-1)?.update({ __typename: 'Typing', sender: 'AGENT', author: 'Mei', until });
}

describe('messages', () => {
  it('startsNoConversationAndNoSocketBeforeTheFirstMessage', async () => {
    const she = await opened();

    expect(server.names()).toEqual(['StartSession']);
    expect(server.sockets).toHaveLength(0);
    expect(she.state().stage).toBe('open');
  });

  it('goOneAfterTheOtherInOrder', async () => {
    const she = await opened();

    for (const text of ['one', 'two', 'three']) she.send(text);
    expect(she.outgoing()).toEqual(['one', 'two', 'three']);
    await pass();

    expect(server.conversations[0]?.messages.map((message) => message.text)).toEqual(['one', 'two', 'three']);
    expect(she.texts()).toEqual(['one', 'two', 'three']);
    expect(she.outgoing()).toEqual([]);
  });

  it('waitInStorageWhereThereIsNoNetworkAndGoInOrderFromAnotherPage', async () => {
    const store = memory();
    const she = await opened(store);
    server.reachable = false;
    for (const text of ['one', 'two', 'three']) she.send(text);
    await pass(5_000);
    expect(she.state().link).toBe('offline');
    expect(server.conversations).toHaveLength(0);

    server.reachable = true;
    const later = await opened(store);

    expect(later.texts()).toEqual(['one', 'two', 'three']);
    expect(later.outgoing()).toEqual([]);
  });

  it('areNotDoubledWhenTheAnswerWasLost', async () => {
    const { she, conversation } = await inConversation();
    server.insteadOf('Send', { status: 502, body: 'proxy' });
    const first = server.asked.length;

    she.send('two');
    await pass();
    const [lost] = server.asked.slice(first);
    expect(she.outgoing()).toEqual(['two']);
    await pass(1_000);

    expect(server.asked.at(-1)?.variables).toEqual(lost?.variables);
    expect(conversation.messages.map((message) => message.text)).toEqual(['one', 'two']);
    expect(she.texts()).toEqual(['one', 'two']);
  });

  it('thatAreRefusedFailAloneAndCanBeTriedAgainUnderTheSameId', async () => {
    const { she } = await inConversation();
    const refusal = { message: null, conversation: null, userErrors: [{ code: 'INVALID', message: 'no' }] };
    server.insteadOf('Send', data({ sendMessage: refusal }));

    she.send('two');
    she.send('three');
    await pass();
    expect(she.texts()).toEqual(['one', 'three']);
    expect(she.outgoing()).toEqual(['two failed']);

    const [failed] = she.state().outgoing;
    she.retry(failed?.id ?? '');
    await pass();
    expect(she.texts()).toEqual(['one', 'three', 'two']);
    expect(server.asked.at(-1)?.variables.input?.clientMessageId).toBe(failed?.id);
    expect(she.outgoing()).toEqual([]);
  });

  it('thatFailedCanBeRemoved', async () => {
    const { she } = await inConversation();
    server.insteadOf('Send', fault('INTERNAL'));
    she.send('two');
    await pass();

    she.discard(she.state().outgoing[0]?.id ?? '');

    expect(she.outgoing()).toEqual([]);
  });

  it('waitAsLongAsTheServerSaysWhereTheyCameTooFast', async () => {
    const { she } = await inConversation();
    server.insteadOf('Send', fault('RATE_LIMITED', 7));
    she.send('two');
    she.send('three');

    await pass(6_900);
    expect(she.outgoing()).toEqual(['two', 'three']);
    expect(she.state().link).toBe('online');
    await pass(200);
    expect(she.texts()).toEqual(['one', 'two', 'three']);
  });
});

describe('the stream', () => {
  it('resumesAfterTheHighestNumberThatItGave', async () => {
    const { she, conversation } = await inConversation();
    server.say(conversation, 'two');
    server.sockets.at(-1)?.cut();
    server.say(conversation, 'three');

    await pass(1_000);

    expect(server.sockets.map((socket) => socket.wants?.afterSeq)).toEqual([0, 2]);
    expect(she.texts()).toEqual(['one', 'two', 'three']);
  });

  it('isNotMovedOnByTheAnswerToAMessage', async () => {
    const { she, conversation } = await inConversation();
    server.sockets.at(-1)?.cut();
    server.say(conversation, 'two, while the line is down');
    she.send('three');
    await pass();
    expect(she.texts()).toEqual(['one', 'three']);

    await pass(1_000);

    expect(server.sockets.at(-1)?.wants?.afterSeq).toBe(1);
    expect(she.texts()).toEqual(['one', 'two, while the line is down', 'three']);
  });

  it('losesDoublesAndDisordersNothingOverThirtyCuts', async () => {
    vi.mocked(Math.random).mockRestore();
    const { she, conversation } = await inConversation();
    for (let i = 0; i < 300; i++) {
      if (i % 2) she.send(`hers ${i}`);
      else server.say(conversation, `theirs ${i}`);
      if (i % 10 === 9) server.sockets.at(-1)?.cut();
      server.reachable = i % 50 < 45;
      await pass(Math.random() * 200);
    }
    server.reachable = true;
    await pass(60_000);

    const stored = conversation.messages.map((message) => message.text);
    expect(stored).toHaveLength(301);
    expect(she.texts()).toEqual(stored);
    expect(stored.filter((text) => text.startsWith('hers'))).toEqual(
      Array.from({ length: 150 }, (_, i) => `hers ${2 * i + 1}`),
    );
  });

  it('beginsAnewWithTheConversationThatFollowsOnAClosedOne', async () => {
    const { she, conversation } = await inConversation();
    server.change(conversation, { state: 'CLOSED', closedAt: new Date().toISOString() });
    expect(she.conversation()?.state).toBe('CLOSED');

    she.send('again');
    await pass();

    expect(she.state().threads.map((thread) => thread.conversation.id)).toEqual(['c1', 'c2']);
    expect(server.sockets.at(-1)?.wants).toEqual({ conversationId: 'c2', afterSeq: 0 });
    expect(she.texts()).toEqual(['one', 'again']);
  });

  it('showsWhoTypesUntilHerMessageComes', async () => {
    const { she, conversation } = await inConversation();
    typing(5_000);
    expect(she.state().typing).toEqual({ author: 'Mei' });

    server.say(conversation, 'two', { sender: 'AGENT', author: 'Mei' });

    expect(she.state().typing).toBeNull();
  });

  it('showsWhoTypesUntilSheStopsOrTheTimeIsOver', async () => {
    const { she } = await inConversation();
    typing(5_000);
    typing(-1);
    expect(she.state().typing).toBeNull();

    typing(5_000);
    await pass(6_001);
    expect(she.state().typing).toBeNull();
  });

  it('tellsTheAgentThatSheTypesEveryThreeSecondsAndThatSheStopped', async () => {
    const { she, conversation } = await inConversation();
    she.typed(true);
    server.change(conversation, { state: 'ACTIVE', assignee: { name: 'Mei' } });

    for (let i = 0; i < 8; i++) {
      she.typed(true);
      await pass(1_000);
    }
    she.typed(false);
    await pass();

    const told = server.asked.filter((request) => request.name === 'SetTyping');
    expect(told.map((request) => request.variables.input?.typing)).toEqual([true, true, false]);
  });
});

describe('an answer', () => {
  it('canBeSaidToHaveHelped', async () => {
    const { she, conversation } = await inConversation();
    const answer = server.say(conversation, 'two', { source: { version: 1, question: 'two?', attachments: [] } });

    she.helped(answer.id, true);
    await pass();

    expect(she.state().threads[0]?.messages[1]?.helpful).toBe(true);
  });
});

describe('a file', () => {
  const file = { id: 'f', name: 'map.png', type: 'image/png', size: 1, url: '/1' };

  it('isReadAgainBeforeItsLinkEndsAndNotEarlier', async () => {
    const { she, conversation } = await inConversation();
    const attachments = [{ ...file, expiresAt: new Date(Date.now() + 3_600_000).toISOString() }];
    const answer = server.say(conversation, 'two', { source: { version: 1, question: 'two?', attachments } });
    const seen = () => she.state().threads[0]?.messages[1];
    const renew = async () => {
      const message = seen();
      if (message) she.renew(message);
      await pass();
    };

    await pass(50 * 60_000);
    await renew();
    expect(server.names()).not.toContain('MessageAgain');

    if (answer.source) answer.source.attachments = [{ ...file, url: '/2', expiresAt: '2099-01-01T00:00:00Z' }];
    await pass(6 * 60_000);
    await renew();
    expect(seen()?.source?.attachments[0]?.url).toBe('/2');
  });
});

describe('a person', () => {
  it('isAskedForInAConversationWithTheBot', async () => {
    const { she } = await inConversation();

    she.requestAgent('a person, please');
    expect(she.state().asking).toBe('asking');
    await pass();

    expect(she.conversation()).toMatchObject({ state: 'QUEUED', queuePosition: 1 });
    expect(she.state().asking).toBe('no');
    expect(she.texts()).toEqual(['one']);
  });

  it('isAskedForWithWordsWhereNothingWasSaid', async () => {
    const she = await opened();

    she.requestAgent('a person, please');
    await pass();

    expect(she.texts()).toEqual(['a person, please']);
    expect(server.names().slice(-2)).toEqual(['Send', 'RequestAgent']);
    expect(she.conversation()?.state).toBe('QUEUED');
  });

  it('canBeAskedForAgainWhereThatFailed', async () => {
    const { she } = await inConversation();
    server.insteadOf('RequestAgent', fault('INTERNAL'));

    she.requestAgent('a person, please');
    await pass();

    expect(she.state().asking).toBe('failed');
  });
});
