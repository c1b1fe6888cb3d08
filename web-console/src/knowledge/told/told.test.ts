import { expect, it } from 'vitest';
import { questionOf } from './told';

const says = (sender: 'CONTACT' | 'BOT', text: string, id?: string, version = 1) => ({
  sender,
  text,
  source: id === undefined ? null : { version, entry: { id } },
});

const messages = {
  nodes: [
    says('CONTACT', 'Do you ship abroad?'),
    says('BOT', 'To forty countries.', 'shipping'),
    says('CONTACT', 'And refunds?'),
    says('BOT', 'Within a week.', 'refunds', 2),
  ],
};

it('names the question that the version was said to', () => {
  expect(questionOf({ messages }, 'refunds', 2)).toBe('And refunds?');
  expect(questionOf({ messages }, 'shipping', 1)).toBe('Do you ship abroad?');
});

it('names the first question where an answer only cites the version', () => {
  expect(questionOf({ messages }, 'refunds', 1)).toBe('Do you ship abroad?');
});
