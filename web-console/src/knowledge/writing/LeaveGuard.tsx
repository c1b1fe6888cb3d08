import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useWords } from '../../language/language';
import { words } from './words';

/** Asks before what was written and not saved is left. */
export function LeaveGuard({ armed }: { armed: boolean }) {
  const t = useWords(words);
  const blocker = useBlocker({ shouldBlockFn: () => armed, enableBeforeUnload: armed, withResolver: true });
  const isBlocked = blocker.status === 'blocked';
  return (
    <Modal
      opened={isBlocked}
      onClose={() => blocker.reset?.()}
      title={t('leave')}
      closeButtonProps={{ 'aria-label': t('stay') }}
    >
      <Text>{t('leaveText')}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => blocker.reset?.()} data-autofocus>
          {t('stay')}
        </Button>
        <Button color="red" onClick={() => blocker.proceed?.()}>
          {t('discard')}
        </Button>
      </Group>
    </Modal>
  );
}
