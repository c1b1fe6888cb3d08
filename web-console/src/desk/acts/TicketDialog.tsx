import { Modal, Text } from '@mantine/core';
import { useWords } from '../../language/language';
import { words as pageWords } from '../../page/words';
import { NewTicketForm } from '../../tickets/NewTicketForm';
import type { Conversation } from '../conversation/conversation';
import { words } from './words';

/** A ticket out of the conversation; its subject is what she asked. */
export function TicketDialog({ conversation, close }: { conversation: Conversation; close: () => void }) {
  const t = useWords(words);
  const p = useWords(pageWords);
  const { head, messages } = conversation;
  const asked = head.handovers.at(-1)?.question ?? messages.find(({ sender }) => sender === 'CONTACT')?.text ?? '';
  return (
    <Modal opened onClose={close} title={t('ticketTitle')} closeButtonProps={{ 'aria-label': p('close') }}>
      <Text c="dimmed" size="sm" mb="md">
        {t('ticketText')}
      </Text>
      <NewTicketForm conversationId={head.id} subject={asked.replaceAll(/\s+/g, ' ').slice(0, 200)} close={close} />
    </Modal>
  );
}
