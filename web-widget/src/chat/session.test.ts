import { describe, expect, it, vi } from 'vitest';
import { inConversation, opened, pass, server, setScene } from '../fake/scene';
import { data, fault } from '../fake/server';
import { memory, PAGE, visitor } from '../fake/visitor';

setScene();

describe('the session', () => {
  it('isRenewedAsTheSameVisitorWhenTheSocketIsClosedAsUnauthenticated', async () => {
    const { she, conversation } = await inConversation();
    server.sockets.at(-1)?.cut(4401);
    server.say(conversation, 'two');

    await pass(1_000);

    expect(server.asked.at(-1)).toMatchObject({
      name: 'StartSession',
      variables: { input: { visitorToken: 'visitor1' } },
    });
    expect(server.sockets.at(-1)?.token).toBe('Bearer token2');
    expect(she.texts()).toEqual(['one', 'two']);
  });

  it('isRenewedAMinuteBeforeItsEndAndTheSocketWithIt', async () => {
    await inConversation();

    await pass(29 * 60_000 - 1_000);
    expect(server.sessions).toBe(1);
    await pass(2_000);

    expect(server.sessions).toBe(2);
    expect(server.sockets.at(-1)?.token).toBe('Bearer token2');
  });

  it('isRenewedOnceWhereARequestIsNotBelieved', async () => {
    const { she } = await inConversation();
    server.insteadOf('Send', { status: 401, body: {} });

    she.send('two');
    await pass();

    expect(server.names().slice(-3)).toEqual(['Send', 'StartSession', 'Send']);
    expect(server.asked.at(-1)?.token).toBe('Bearer token2');
    expect(she.texts()).toEqual(['one', 'two']);
  });

  it('takesAnotherTicketWhereTheFirstIsNotBelieved', async () => {
    const tickets = ['old', 'fresh'];
    const she = visitor(memory(), { ...PAGE, ticket: async () => tickets.shift() ?? null });
    server.insteadOf('StartSession', fault('FORBIDDEN'));

    she.begin();
    await pass();

    expect(server.asked.map((request) => request.variables.input?.panelTicket)).toEqual(['old', 'fresh']);
    expect(she.state().stage).toBe('open');
  });

  it('isAskedForAgainAfterAMinuteWhereTheChannelLetsNobodyIn', async () => {
    server.insteadOf('StartSession', fault('FORBIDDEN'), fault('FORBIDDEN'));
    const she = await opened();
    expect(she.state().stage).toBe('closed');
    expect(server.sessions).toBe(0);

    await pass(59_000);
    expect(server.asked).toHaveLength(2);
    await pass(1_000);
    expect(she.state().stage).toBe('open');
  });

  it('isAskedForLessAndLessOftenWhereThereIsNoNetwork', async () => {
    server.reachable = false;
    const ask = vi.spyOn(globalThis, 'fetch');
    const she = await opened();

    await pass(1_000 + 2_000 + 4_000 + 8_000 + 16_000 + 30_000);

    expect(ask).toHaveBeenCalledTimes(7);
    expect(she.state().link).toBe('offline');
    server.reachable = true;
    dispatchEvent(new Event('online'));
    await pass();
    expect(she.state()).toMatchObject({ stage: 'open', link: 'online' });
  });
});

describe('coming back', () => {
  it('readsTheOpenConversationAndCountsWhatSheHasNotSeen', async () => {
    const store = memory();
    const { she, conversation } = await inConversation(store);
    she.show(true);
    server.say(conversation, 'two');
    she.show(false);
    server.say(conversation, 'three');
    expect(she.state().unread).toBe(1);

    const later = await opened(store);
    expect(later.texts()).toEqual(['one', 'two', 'three']);
    expect(later.state().unread).toBe(1);
    expect(server.sockets.at(-1)?.wants?.afterSeq).toBe(3);

    later.show(true);
    expect(later.state().unread).toBe(0);
  });

  it('readsEarlierMessagesPageByPage', async () => {
    const conversation = server.open();
    for (let i = 1; i <= 70; i++) server.say(conversation, `${i}`);
    const she = await opened(memory({ visitor: 'v', conversation: conversation.id }));
    expect(she.texts()).toHaveLength(30);

    she.earlier();
    await pass();
    expect(she.texts()[0]).toBe('11');
    she.earlier();
    await pass();

    expect(she.texts()).toEqual(Array.from({ length: 70 }, (_, i) => `${i + 1}`));
    expect(she.state().threads[0]?.earlier).toBeNull();
  });

  it('forgetsAConversationThatIsNotHers', async () => {
    const store = memory({ visitor: 'v', conversation: 'foreign' });
    const she = await opened(store);

    expect(she.state()).toMatchObject({ stage: 'open', threads: [] });
    expect(store.get('conversation')).toBeNull();
  });

  it('showsTheEndOfAConversationThatSheHasNotRated', async () => {
    const store = memory();
    const { conversation } = await inConversation(store);
    server.change(conversation, { state: 'CLOSED', closedAt: new Date().toISOString() });

    const later = await opened(store);
    expect(later.conversation()).toMatchObject({ state: 'CLOSED', rating: null });
    expect(await later.rate(5, 'fine')).toBe(true);

    expect(server.asked.at(-1)?.variables.input).toMatchObject({ conversationId: 'c1', score: 5, comment: 'fine' });
    expect(later.conversation()?.rating).toEqual({ score: 5 });
  });
});

describe('who she is', () => {
  it('becomesWhomTheCompanySaysWithASessionOfHerOwn', async () => {
    const store = memory();
    const { she, conversation } = await inConversation(store);
    server.change(conversation, { state: 'CLOSED' });
    const hers = server.open();
    server.say(hers, 'from another day');

    expect(await she.identify('jwt')).toBeNull();
    await pass();

    const asked = server.asked.filter((request) => request.name === 'StartSession').at(-1);
    expect(asked?.variables.input).toMatchObject({ identityToken: 'jwt', visitorToken: null });
    expect(store.get('visitor')).toBe('visitor2');
    expect(she.texts()).toEqual(['from another day']);
  });

  it('staysWhoSheIsWhereTheWordIsNotBelieved', async () => {
    const { she } = await inConversation();
    const refusal = { accessToken: null, userErrors: [{ code: 'INVALID', message: 'wrong signature' }] };
    server.insteadOf('StartSession', data({ startWidgetSession: refusal }));

    expect(await she.identify('jwt')).toBe('INVALID');

    expect(she.texts()).toEqual(['one']);
    expect(she.state().stage).toBe('open');
  });

  it('isForgottenOnReset', async () => {
    const store = memory();
    const { she } = await inConversation(store);

    she.reset();

    expect(['visitor', 'conversation', 'seen', 'outbox'].map((word) => store.get(word as 'visitor'))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(she.state()).toMatchObject({ stage: 'idle', threads: [], outgoing: [] });
  });
});
