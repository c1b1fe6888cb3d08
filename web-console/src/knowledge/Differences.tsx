import { Text, VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { useWords } from '../language/language';
import classes from './Differences.module.css';
import { differences, lineDifferences, type Piece } from './diff';
import type { Version } from './documents';
import { words } from './words';

/** What of a version is text. */
export type Wording = Pick<Version, 'locale' | 'question' | 'similarQuestions' | 'answer'>;

/** What a version changes, word by word; without an older one all of it is new. */
export function WordingDifferences({ before, after }: { before: Wording | null; after: Wording }) {
  const t = useWords(words);
  return (
    <dl className={classes.wording} lang={after.locale}>
      <dt>{t('question')}</dt>
      <dd className={classes.question}>
        <TextDifferences before={before?.question ?? null} after={after.question} locale={after.locale} />
      </dd>
      <dt>{t('similar')}</dt>
      <dd>
        <LineDifferences before={before?.similarQuestions ?? null} after={after.similarQuestions} />
      </dd>
      <dt>{t('answer')}</dt>
      <dd>
        <TextDifferences before={before?.answer ?? null} after={after.answer} locale={after.locale} />
      </dd>
    </dl>
  );
}

function TextDifferences({ before, after, locale }: { before: string | null; after: string; locale: string }) {
  const pieces = useMemo(
    () => (before === null ? [{ kind: 'same' as const, text: after }] : differences(before, after, locale)),
    [before, after, locale],
  );
  return (
    <p className={classes.text}>
      {pieces.map((piece, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces are where they are
        <Marked key={place} {...piece} />
      ))}
    </p>
  );
}

function LineDifferences({ before, after }: { before: readonly string[] | null; after: readonly string[] }) {
  const t = useWords(words);
  const lines = useMemo(() => lineDifferences(before ?? after, after), [before, after]);
  if (lines.length === 0) return <Text c="dimmed">{t('noSimilar')}</Text>;
  return (
    <ul className={classes.lines}>
      {lines.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are where they are
        <li key={place}>
          <Marked {...line} />
        </li>
      ))}
    </ul>
  );
}

/** Colour, a line through or below, and a word for ears: never colour alone. */
function Marked({ kind, text }: Piece) {
  const t = useWords(words);
  if (kind === 'same') return <>{text}</>;
  const Tag = kind === 'added' ? 'ins' : 'del';
  return (
    <Tag className={classes[kind]}>
      <VisuallyHidden>{t(kind)}</VisuallyHidden>
      {text}
    </Tag>
  );
}
