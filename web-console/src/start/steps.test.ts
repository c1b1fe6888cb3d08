import { expect, test } from 'vitest';
import { type Progress, stepsOf, webChannel } from './steps';

const fresh: Progress = {
  channels: { nodes: [{ id: 'c1', type: 'WEB', enabled: true, publicKey: 'k1', allowedOrigins: [] }] },
  knowledgeEntries: { nodes: [] },
  conversations: { nodes: [] },
  members: { nodes: [{ id: 'm1' }] },
};

const doneOf = (progress: Progress, botAsked = false) =>
  stepsOf(progress, botAsked)
    .filter((step) => step.done)
    .map((step) => step.name);

test('a fresh company has everything before it', () => {
  expect(doneOf(fresh)).toEqual([]);
});

test('each step is done by what the company has', () => {
  expect(doneOf({ ...fresh, knowledgeEntries: { nodes: [{ id: 'e' }] } })).toEqual(['answer']);
  expect(doneOf({ ...fresh, members: { nodes: [{ id: 'm1' }, { id: 'm2' }] } })).toEqual(['invite']);
  expect(doneOf(fresh, true)).toEqual(['bot']);
  expect(doneOf({ ...fresh, conversations: { nodes: [{ id: 'v' }] } })).toEqual(['tag', 'bot']);
});

test('the channel that pages may show comes before one that none may', () => {
  const shown = {
    id: 'c2',
    type: 'WEB',
    enabled: true,
    publicKey: 'k2',
    allowedOrigins: ['https://a.example'],
  } as const;
  const off = { ...shown, id: 'c0', enabled: false };
  const progress: Progress = {
    ...fresh,
    channels: {
      nodes: [
        { ...off, allowedOrigins: [] },
        ...(fresh.channels?.nodes ?? []),
        { ...shown, allowedOrigins: ['https://a.example'] },
      ],
    },
  };

  expect(webChannel(progress)?.id).toBe('c2');
  expect(doneOf(progress)).toEqual(['channel']);
});

test('what her role keeps from her counts as not done', () => {
  expect(doneOf({ channels: null, knowledgeEntries: null, conversations: null, members: null })).toEqual([]);
});
