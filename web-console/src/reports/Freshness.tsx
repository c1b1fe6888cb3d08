import { Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useLanguage, useWords } from '../language/language';
import classes from './Freshness.module.css';
import { spelling } from './figures';
import { words } from './words';

const STALE = 60;

/** How old the figures are, counted on while she looks; old ones are told so. */
export function Freshness({ asOf, failed }: { asOf: string; failed: boolean }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(tick);
  }, []);
  const age = Math.max(0, (now - Date.parse(asOf)) / 1_000);
  const spelt = spelling(language).duration(Math.round(age));
  const isStale = age > STALE;
  return (
    <Group gap={6} wrap="nowrap" className={classes.freshness} data-stale={isStale || failed}>
      {isStale || failed ? (
        <IconAlertTriangle size={16} aria-hidden />
      ) : (
        <span className={classes.dot} aria-hidden="true" />
      )}
      <Text size="sm" component="span">
        {failed ? t('notRefreshed', { age: spelt }) : isStale ? t('stale', { age: spelt }) : t('fresh', { age: spelt })}
      </Text>
    </Group>
  );
}
