import { Text } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import type { Head } from '../conversation/documents';
import { useReason } from '../names';
import { Card } from './Card';
import classes from './HandoverCard.module.css';
import { words } from './words';

/** Why a person was needed and what the bot tried, so that the contact need not tell it twice. */
export function HandoverCard({ handovers }: { handovers: Head['handovers'] }) {
  const t = useWords(words);
  const format = useFormat();
  const reasonOf = useReason();
  const last = handovers.at(-1);
  if (!last) return null;
  const tried = bestOfEach(last.triedAnswers);
  return (
    <Card
      title={t('handover')}
      action={
        <Text size="xs" c="dimmed">
          {format.time(last.at)}
        </Text>
      }
    >
      <p className={classes.reason}>{reasonOf(last.reason)}</p>
      {last.intent && <p className={classes.reason}>{t('intent', last.intent)}</p>}
      {last.question && (
        <blockquote className={classes.question} aria-label={t('asked')}>
          {last.question}
        </blockquote>
      )}
      {tried.length > 0 ? (
        <>
          <h4 className={classes.sub}>{t('tried')}</h4>
          <ul className={classes.tried}>
            {tried.map(({ question, version, score }) => (
              <li key={`${question}${version}`}>
                <span>{question}</span>
                <span className={classes.score}>
                  {t('triedVersion', { version })} · {format.percent(score, 0)}
                </span>
                <span className={classes.bar} style={{ '--score': score } as CSSProperties} aria-hidden />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t('nothingTried')}
        </Text>
      )}
    </Card>
  );
}

type Tried = Head['handovers'][number]['triedAnswers'];

/** What was tried twice stands once, with the better score. */
function bestOfEach(tried: Tried): Tried {
  const best = new Map<string, Tried[number]>();
  for (const each of tried) {
    const key = `${each.entry?.id} ${each.question} ${each.version}`;
    if (each.score > (best.get(key)?.score ?? -1)) best.set(key, each);
  }
  return [...best.values()].sort((one, other) => other.score - one.score);
}
