import { expect, it } from 'vitest';
import { basedOn, isSameText } from './revision';

const text = { number: 2, question: 'q', similarQuestions: ['a', 'b'], answer: 'x' };

it('is the same text where version and every word are', () => {
  expect(isSameText(text, { ...text, similarQuestions: ['a', 'b'] })).toBe(true);
  expect(isSameText(text, { ...text, number: 3 })).toBe(false);
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
    author: null,
    reviewer: null,
    reviewComment: null,
    history: [],
  } as const;
  expect(basedOn({ latest: { ...latest, similarQuestions: ['a'], history: [] }, category: null, tags: ['t'] })).toEqual(
    {
      locale: 'en',
      question: 'q',
      similarQuestions: ['a'],
      answer: 'x',
      category: '',
      tags: ['t'],
    },
  );
});
