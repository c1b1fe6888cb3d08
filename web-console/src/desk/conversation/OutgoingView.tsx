import { Button, Group, Text } from '@mantine/core';
import { useWords } from '../../language/language';
import { useFaultText } from '../../page/faults';
import { words as deskWords } from '../words';
import { discarded, type Outgoing } from './conversation';
import { LinkedText } from './LinkedText';
import { changeConversation, send } from './store';
import classes from './TurnView.module.css';
import { words } from './words';

/** Her message on its way, or one that did not arrive. */
export function OutgoingView({ conversationId, outgoing }: { conversationId: string; outgoing: Outgoing }) {
  const t = useWords(words);
  const d = useWords(deskWords);
  const fault = useFaultText();
  const failed = outgoing.state === 'failed';

  return (
    <article className={classes.turn} data-kind={outgoing.internal ? 'NOTE' : 'AGENT'}>
      <p className={classes.by}>
        <b>{d('you')}</b>
        {outgoing.internal && <span>{t('note')}</span>}
        {!failed && <span>{t('sending')}</span>}
      </p>
      <div className={classes.bubble}>
        <LinkedText text={outgoing.text} />
      </div>
      {failed && (
        <Group gap={6} role="alert">
          <Text size="xs" c="var(--mantine-color-error)">
            {t('notSent')} {fault.of(outgoing.fault)}
          </Text>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => send(conversationId, { ...outgoing, state: 'sending' })}
          >
            {t('retry')}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => changeConversation(conversationId, (known) => discarded(known, outgoing.clientMessageId))}
          >
            {t('discard')}
          </Button>
        </Group>
      )}
    </article>
  );
}
