import { Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { List } from '../../page/List';
import { askedResults, nameOf, type Outcome, type Result, type Trial, type Which } from './documents';
import { EffectBadge } from './TrialBadge';
import { words } from './words';

/** What came of each question, those first that come first in their sets. */
export function Results({ trial, which }: { trial: Trial; which: Which }) {
  const t = useWords(words);
  const results = useInfiniteQuery(askedResults(trial.id, which));
  const replay = trial.kind === 'REPLAY';
  return (
    <List
      label={t('resultsOf')}
      query={results}
      keyOf={(each) => String(each.place)}
      columns={[
        { label: t('question'), phone: true },
        { label: t('result'), phone: true, width: 150 },
        { label: replay ? t('beforeReplay') : t('before') },
        { label: replay ? t('afterReplay') : t('after') },
      ]}
      row={(each) => [
        <Question key="question" result={each} />,
        <Verdict key="verdict" result={each} />,
        each.before ? <Says key="before" outcome={each.before} /> : t('notCompared'),
        <Says key="after" outcome={each.after} />,
      ]}
      empty={<Text c="dimmed">{t('noResults')}</Text>}
    />
  );
}

function Question({ result }: { result: Result }) {
  const t = useWords(words);
  return (
    <>
      <span lang={result.locale}>{result.question}</span>
      {result.previousQuestion && (
        <Text size="sm" c="dimmed" lang={result.locale}>
          {t('goesOnFrom', { question: result.previousQuestion })}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {result.asked ? t('byCustomer') : result.answerExpected ? nameOf(result.expectedEntry) : t('noAnswer')}
      </Text>
    </>
  );
}

function Verdict({ result }: { result: Result }) {
  const t = useWords(words);
  return (
    <Stack gap={2} align="flex-start">
      {result.effect && <EffectBadge effect={result.effect} />}
      {result.passed !== null && (
        <Text size="sm" c="dimmed">
          {result.passed ? t('passed') : t('failed')}
        </Text>
      )}
    </Stack>
  );
}

function Says({ outcome }: { outcome: Outcome }) {
  const t = useWords(words);
  const format = useFormat();
  return (
    <>
      {t(outcome.decision)} · {format.percent(outcome.confidence, 0)}
      <Text size="sm" c="dimmed">
        {nameOf(outcome.entry)}
        {outcome.version !== null && ` · ${t('version', { number: outcome.version })}`}
      </Text>
    </>
  );
}
