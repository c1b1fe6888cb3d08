import { Text } from '@mantine/core';
import { useDeferredValue, useId } from 'react';
import { SYNTAX } from '../../../web-markdown/syntax';
import { useWords } from '../language/language';
import { Answer } from './Answer';
import classes from './Preview.module.css';
import { words } from './words';

/** Beside an answer as it is written, the same as customers see it; nothing where that is no different. */
export function Preview({ text, locale }: { text: string; locale: string }) {
  const t = useWords(words);
  const title = useId();
  const shown = useDeferredValue(text);
  if (!SYNTAX.test(shown)) return null;
  return (
    <section aria-labelledby={title}>
      <Text id={title} size="xs" c="dimmed" mb={4}>
        {t('preview')}
      </Text>
      <div className={classes.preview} lang={locale}>
        <Answer text={shown} />
      </div>
    </section>
  );
}
