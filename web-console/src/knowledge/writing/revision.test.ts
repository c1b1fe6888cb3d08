import { expect, it } from 'vitest';
import { UNLIMITED } from '../limits';
import { basedOn, isSameText } from './revision';

const text = { number: 2, revision: 1, question: 'q', similarQuestions: ['a', 'b'], answer: 'x' };

it('is the same text where version and every word are', () => {
  expect(isSameText(text, { ...text, similarQuestions: ['a', 'b'] })).toBe(true);
  expect(isSameText(text, { ...text, number: 3 })).toBe(false);
  expect(isSameText(text, { ...text, revision: 2 })).toBe(false);
  expect(isSameText(text, { ...text, answer: 'y' })).toBe(false);
  expect(isSameText(text, { ...text, similarQuestions: ['b', 'a'] })).toBe(false);
  expect(isSameText(text, { ...text, similarQuestions: ['a'] })).toBe(false);
});

it('begins with the latest text, an absent category as an empty field', () => {
  const latest = {
    ...text,
    state: 'DRAFT',
    locale: 'en',
    createdAt: '',
    publishedAt: null,
    validity: { from: null, until: null },
    audience: { kind: 'EVERYBODY', channels: [], attributes: [] },
    schedule: null,
    use: null,
    author: null,
    reviewer: null,
    reviewComment: null,
    history: [],
    attachments: [],
  } as const;
  const copy = {
    audience: { ...latest.audience, channels: [], attributes: [] },
    similarQuestions: ['a'],
    history: [],
    attachments: [],
    masks: [],
  };
  expect(basedOn({ latest: { ...latest, ...copy }, category: null, tags: ['t'] })).toEqual({
    locale: 'en',
    question: 'q',
    similarQuestions: ['a'],
    answer: 'x',
    category: '',
    tags: ['t'],
    limits: UNLIMITED,
  });
});
