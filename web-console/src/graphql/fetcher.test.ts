import { expect, test } from 'vitest';
import { chosen } from './fetcher';

const isSubscription = (asked: Parameters<typeof chosen>[0]) => chosen(asked)?.[1] === 'subscription';

test('a subscription is told from what only mentions one', () => {
  expect(isSubscription({ query: 'subscription { inbox { change } }' })).toBe(true);
  expect(isSubscription({ query: '# subscription { a }\nquery { viewer { __typename } }' })).toBe(false);
  expect(isSubscription({ query: '{ askBot(question: "subscription { a }") { text } }' })).toBe(false);
});

test('of several operations the chosen one counts', () => {
  const query =
    'query A { viewer { __typename } } subscription B($id: ID!) { conversationUpdates(conversationId: $id) { __typename } }';

  expect(isSubscription({ query, operationName: 'A' })).toBe(false);
  expect(isSubscription({ query, operationName: 'B' })).toBe(true);
});

test('the name that the tab before had is none', () => {
  expect(chosen({ query: 'subscription Inbox { inbox { change } }', operationName: 'WhoAsks' })?.[2]).toBe('Inbox');
});
