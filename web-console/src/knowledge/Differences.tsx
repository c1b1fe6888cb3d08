import { Stack, Text, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useWords } from '../language/language';
import { Answer } from '../markdown/Answer';
import { Preview } from '../markdown/Preview';
import { Loaded } from '../page/Loaded';
import classes from './Differences.module.css';
import { differences, lineDifferences, type Piece } from './diff';
import { askedDifference, type Version } from './documents';
import { words } from './words';

/** What of a version is text. */
export type Wording = Pick<Version, 'locale' | 'question' | 'similarQuestions' | 'answer'>;

/** A wording in pieces, each with what became of it. */
type Pieces = {
  question: readonly Piece[];
  similarQuestions: readonly Piece[];
  answer: readonly Piece[];
};

type VersionProps = { entryId: string; before: Version | null; after: Version };

/** What a version changes of an older one, as the API compares them; without an older one, its text. */
export function VersionDifferences({ entryId, before, after }: VersionProps) {
  const query = useQuery({
    ...askedDifference(entryId, before ?? after, after),
    enabled: before !== null,
  });
  const text = <Marked locale={after.locale} {...unchanged(after)} />;
  if (before === null) return text;
  return (
    <Loaded query={query} skeleton={text}>
      {({ knowledgeDifference }) =>
        knowledgeDifference ? <Marked locale={after.locale} {...knowledgeDifference} /> : text
      }
    </Loaded>
  );
}

/** What a text that nobody has stored yet changes of a version: only the browser has both. */
export function WritingDifferences({ before, after }: { before: Wording; after: Wording }) {
  const pieces = useMemo(() => compared(before, after), [before, after]);
  return <Marked locale={after.locale} {...pieces} />;
}

function unchanged({ question, similarQuestions, answer }: Wording): Pieces {
  const same = (text: string): Piece => ({ kind: 'SAME', text });
  return { question: [same(question)], similarQuestions: similarQuestions.map(same), answer: [same(answer)] };
}

function compared(before: Wording, after: Wording): Pieces {
  return {
    question: differences(before.question, after.question, after.locale),
    similarQuestions: lineDifferences(before.similarQuestions, after.similarQuestions),
    answer: differences(before.answer, after.answer, after.locale),
  };
}

function Marked({ locale, question, similarQuestions, answer }: Pieces & { locale: string }) {
  const t = useWords(words);
  return (
    <dl className={classes.wording} lang={locale}>
      <dt>{t('question')}</dt>
      <dd className={classes.question}>
        <MarkedText pieces={question} />
      </dd>
      <dt>{t('similar')}</dt>
      <dd>
        <MarkedLines lines={similarQuestions} />
      </dd>
      <dt>{t('answer')}</dt>
      <dd>
        <MarkedAnswer pieces={answer} locale={locale} />
      </dd>
    </dl>
  );
}

/** An answer that stays is drawn; what changes in one is told word by word, in the text as it is written. */
function MarkedAnswer({ pieces, locale }: { pieces: readonly Piece[]; locale: string }) {
  const t = useWords(words);
  const after = pieces.map(({ kind, text }) => (kind === 'REMOVED' ? '' : text)).join('');
  if (pieces.every(({ text }) => text === '')) return <Text c="dimmed">{t('noAnswerYet')}</Text>;
  if (pieces.every(({ kind }) => kind === 'SAME')) {
    return (
      <div className={classes.text}>
        <Answer text={after} />
      </div>
    );
  }
  return (
    <Stack gap="md">
      <MarkedText pieces={pieces} />
      <Preview text={after} locale={locale} />
    </Stack>
  );
}

function MarkedText({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <p className={classes.text}>
      {pieces.map((piece, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces are where they are
        <MarkedPiece key={place} {...piece} />
      ))}
    </p>
  );
}

function MarkedLines({ lines }: { lines: readonly Piece[] }) {
  const t = useWords(words);
  if (lines.length === 0) return <Text c="dimmed">{t('noSimilar')}</Text>;
  return (
    <ul className={classes.lines}>
      {lines.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are where they are
        <li key={place}>
          <MarkedPiece {...line} />
        </li>
      ))}
    </ul>
  );
}

/** Colour, a line through or below, and a word for ears: never colour alone. */
function MarkedPiece({ kind, text }: Piece) {
  const t = useWords(words);
  if (kind === 'SAME') return <>{text}</>;
  const Tag = kind === 'ADDED' ? 'ins' : 'del';
  return (
    <Tag className={classes[kind === 'ADDED' ? 'added' : 'removed']}>
      <VisuallyHidden>{t(kind)}</VisuallyHidden>
      {text}
    </Tag>
  );
}
