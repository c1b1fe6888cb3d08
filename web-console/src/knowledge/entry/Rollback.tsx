import { useWords } from '../../language/language';
import { Confirm } from '../../page/Confirm';
import { useMe } from '../../session/me';
import { words } from './words';

/** Says what going back makes, before it is made. */
export function Rollback({ number, run, close }: { number: number; run: () => Promise<unknown>; close: () => void }) {
  const t = useWords(words);
  const { company } = useMe();
  return (
    <Confirm opened close={close} title={t('rollback')} act={t('rollback')} colour="blue" run={run}>
      {company.fourEyesReview ? t('rollbackReview', { number }) : t('rollbackNow', { number })}
    </Confirm>
  );
}
