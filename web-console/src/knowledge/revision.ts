import type { Writing } from './acts';
import type { Entry, Version } from './documents';

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
  return (
    one.number === other.number &&
    one.question === other.question &&
    one.answer === other.answer &&
    one.similarQuestions.length === other.similarQuestions.length &&
    one.similarQuestions.every((line, place) => line === other.similarQuestions[place])
  );
}
