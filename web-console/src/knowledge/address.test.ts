import { expect, it } from 'vitest';
import { entrySearch, listSearch, newSearch } from './address';

it('keeps what narrows the list and drops the rest', () => {
  expect(listSearch({ text: 'refund', state: 'DRAFT', category: 'Returns', page: 3 })).toEqual({
    text: 'refund',
    state: 'DRAFT',
    category: 'Returns',
  });
  expect(listSearch({ text: '  ', state: 'LOST', category: ['x'] })).toEqual({});
});

it('reads a number that the router made of the text', () => {
  expect(listSearch({ text: 42 })).toEqual({ text: '42' });
});

it('begins an entry with the question that nobody answered', () => {
  expect(newSearch({ question: 'Do you sell coffee?', locale: 'en' })).toEqual({
    question: 'Do you sell coffee?',
    locale: 'en',
  });
});

it('shows a version by its number alone', () => {
  expect(entrySearch({ version: '3' })).toEqual({ version: 3 });
  expect(entrySearch({ version: '0' })).toEqual({});
  expect(entrySearch({ version: 'latest' })).toEqual({});
});
