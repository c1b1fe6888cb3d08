import { Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useWords } from '../language/language';
import classes from './StepRow.module.css';
import { words } from './words';

type Props = {
  number: number;
  title: string;
  text: string;
  done: boolean;
  opened: boolean;
  toggle: () => void;
  children: ReactNode;
};

/** A step: whether it is done, and while it is open, how to do it right here. */
export function StepRow({ number, title, text, done, opened, toggle, children }: Props) {
  const t = useWords(words);
  const id = useId();
  return (
    <li className={classes.step}>
      <UnstyledButton className={classes.head} onClick={toggle} aria-expanded={opened} aria-controls={id}>
        <span className={classes.mark} data-done={done || undefined} data-open={opened || undefined} aria-hidden="true">
          {done ? <IconCheck size={14} stroke={2.4} /> : number}
        </span>
        <Text span fw={opened ? 600 : 500} {...(done && !opened ? { c: 'dimmed' } : {})}>
          {title}
        </Text>
        <VisuallyHidden>{done ? t('done') : t('open')}</VisuallyHidden>
      </UnstyledButton>
      <div id={id} hidden={!opened} className={classes.body}>
        {opened && (
          <>
            <Text c="dimmed" mb="md">
              {text}
            </Text>
            {children}
          </>
        )}
      </div>
    </li>
  );
}
