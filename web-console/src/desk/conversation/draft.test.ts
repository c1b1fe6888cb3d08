import { beforeEach, describe, expect, it } from 'vitest';
import { inserted, keepDraft, keptDraft } from './draft';

beforeEach(() => localStorage.clear());

describe('a draft', () => {
  it('waits for its own conversation', () => {
    keepDraft('a', { text: 'Dear', internal: true });
    expect(keptDraft('a')).toEqual({ text: 'Dear', internal: true });
    expect(keptDraft('b')).toEqual({ text: '', internal: false });
  });

  it('leaves nothing behind once it is empty', () => {
    keepDraft('a', { text: 'Dear', internal: false });
    keepDraft('a', { text: '', internal: false });
    expect(localStorage.length).toBe(0);
  });

  it('survives what it cannot read', () => {
    localStorage.setItem('wenda.draft.a', '{');
    expect(keptDraft('a')).toEqual({ text: '', internal: false });
  });
});

describe('an answer put into a draft', () => {
  it('stands alone in an empty one', () => {
    expect(inserted('', 0, 'Answer.')).toEqual({ text: 'Answer.', cursor: 7 });
  });

  it('is a paragraph of its own between what was written', () => {
    expect(inserted('Dear Lin, regards', 9, 'Answer.')).toEqual({
      text: 'Dear Lin,\n\nAnswer.\n\nregards',
      cursor: 18,
    });
  });
});
