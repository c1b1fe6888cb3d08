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
      {last.question && (
        <blockquote className={classes.question} aria-label={t('asked')}>
          {last.question}
        </blockquote>
      )}
      {last.triedAnswers.length > 0 ? (
        <>
          <h4 className={classes.sub}>{t('tried')}</h4>
          <ul className={classes.tried}>
            {last.triedAnswers.map(({ question, version, score }) => (
              <li key={`${question}${version}${score}`}>
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
