import type { Writing } from '../acts';
import type { Entry, Version } from '../documents';
import { isSameLimits, limitsOf } from '../limits';

type Text = Pick<Version, 'number' | 'revision' | 'question' | 'similarQuestions' | 'answer'>;

/** What an editor begins with: the text of the latest version. */
export function basedOn({ latest, category, tags }: Pick<Entry, 'latest' | 'category' | 'tags'>): Writing {
  return {
    locale: latest.locale,
    question: latest.question,
    similarQuestions: [...latest.similarQuestions],
    answer: latest.answer,
    category: category ?? '',
    tags: [...tags],
    limits: limitsOf(latest),
  };
}

/** Whether nobody wrote meanwhile: the same version with the same words. */
export function isSameText(one: Text, other: Text): boolean {
  return one.number === other.number && one.revision === other.revision && isSameWriting(one, other);
}

type Words = Pick<Version, 'question' | 'similarQuestions' | 'answer'>;

export function isSameWriting(one: Words, other: Words): boolean {
  return (
    one.question === other.question &&
    one.answer === other.answer &&
    isSameList(one.similarQuestions, other.similarQuestions)
  );
}

/** Whether nothing of it makes a new version. */
export const isSameVersion = (one: Writing, other: Writing) =>
  isSameWriting(one, other) && isSameLimits(one.limits, other.limits);

export function isSamePlace(one: Pick<Writing, 'category' | 'tags'>, other: Pick<Writing, 'category' | 'tags'>) {
  return one.category.trim() === other.category && isSameList(one.tags, other.tags);
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, place) => line === other[place]);
}
