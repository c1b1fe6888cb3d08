import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import type { Dialog } from '../acts/ActDialogs';
import { useAskForPerson } from '../acts/askForPerson';
import { words as deskWords } from '../words';
import type { Head } from './documents';
import type { Rights } from './rights';
import classes from './Situation.module.css';
import { words } from './words';

type Props = { head: Head; rights: Rights; gone: boolean; open: (dialog: Dialog) => void };

/** What is special about the state that the conversation is in, and what she can do about it. */
export function Situation({ head, rights, gone, open }: Props) {
  const t = useWords(words);
  const d = useWords(deskWords);
  const format = useFormat();
  const askForPerson = useAskForPerson(head.id);

  if (gone) return <Strip>{t('gone')}</Strip>;
  if (head.state === 'CLOSED') {
    const outcome = head.outcome ? d(head.outcome) : '';
    return (
      <Strip>
        {head.closedAt && <b>{t('closedAt', { time: format.dateTime(head.closedAt), outcome })} · </b>}
        {head.rating && `${t('ratedAt', { score: head.rating.score })} · `}
        {t('closedText')}
      </Strip>
    );
  }
  if (rights.reopen) {
    return (
      <Strip
        action={
          <>
            <Button size="compact-xs" variant="default" onClick={askForPerson}>
              {t('reopen')}
            </Button>
            <Button size="compact-xs" variant="light" onClick={() => open('close')}>
              {t('outcome')}
            </Button>
          </>
        }
      >
        {t('wrapUpText')}
      </Strip>
    );
  }
  if (rights.toQueue) {
    return (
      <Strip
        action={
          <Button size="compact-xs" variant="default" onClick={askForPerson}>
            {t('toQueue')}
          </Button>
        }
      >
        {t('botText')}
      </Strip>
    );
  }
  return rights.note ? null : <Strip>{t('readOnly')}</Strip>;
}

function Strip({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.strip}>
      <p className={classes.text}>{children}</p>
      {action}
    </div>
  );
}
