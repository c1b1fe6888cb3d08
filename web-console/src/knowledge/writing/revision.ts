import type { Writing } from '../acts';
import type { Entry, Version } from '../documents';

type Text = Pick<Version, 'number' | 'question' | 'similarQuestions' | 'answer'>;

/** What an editor begins with: the text of the latest version. */
export function basedOn({ latest, category, tags }: Pick<Entry, 'latest' | 'category' | 'tags'>): Writing {
  return {
    locale: latest.locale,
    question: latest.question,
    similarQuestions: [...latest.similarQuestions],
    answer: latest.answer,
    category: category ?? '',
    tags: [...tags],
  };
}

/** Whether nobody wrote meanwhile: the same version with the same words. */
export function isSameText(one: Text, other: Text): boolean {
  return one.number === other.number && isSameWriting(one, other);
}

type Words = Pick<Version, 'question' | 'similarQuestions' | 'answer'>;

export function isSameWriting(one: Words, other: Words): boolean {
  return (
    one.question === other.question &&
    one.answer === other.answer &&
    isSameList(one.similarQuestions, other.similarQuestions)
  );
}

export function isSamePlace(one: Pick<Writing, 'category' | 'tags'>, other: Pick<Writing, 'category' | 'tags'>) {
  return one.category.trim() === other.category && isSameList(one.tags, other.tags);
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, place) => line === other[place]);
}
