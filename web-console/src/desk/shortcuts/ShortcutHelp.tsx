import { Kbd, Modal, Switch } from '@mantine/core';
import { useWords } from '../../language/language';
import { words as pageWords } from '../../page/words';
import classes from './ShortcutHelp.module.css';
import { type Act, SHORTCUTS, turnShortcuts, useShortcutsOn } from './shortcuts';
import { words } from './words';

/** Which key does what, and the switch that turns single keys off. */
export function ShortcutHelp({ opened, close }: { opened: boolean; close: () => void }) {
  const t = useWords(words);
  const p = useWords(pageWords);
  const on = useShortcutsOn();
  const writing = [
    { word: 'send', keys: [t('enter')] },
    { word: 'newline', keys: [t('shift'), t('enter')] },
    { word: 'leave', keys: [t('escape')] },
  ] as const;

  return (
    <Modal opened={opened} onClose={close} title={t('title')} closeButtonProps={{ 'aria-label': p('close') }}>
      <dl className={classes.keys} data-off={!on || undefined}>
        {(Object.keys(SHORTCUTS) as Act[]).map((act) => (
          <Line key={act} what={t(act)} keys={[SHORTCUTS[act].toUpperCase()]} />
        ))}
      </dl>
      <dl className={classes.keys}>
        {writing.map(({ word, keys }) => (
          <Line key={word} what={t(word)} keys={keys} />
        ))}
      </dl>
      <Switch
        label={t('on')}
        description={t('onText')}
        checked={on}
        onChange={(event) => turnShortcuts(event.currentTarget.checked)}
      />
    </Modal>
  );
}

function Line({ what, keys }: { what: string; keys: readonly string[] }) {
  return (
    <div className={classes.line}>
      <dt>{what}</dt>
      <dd>
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dd>
    </div>
  );
}
