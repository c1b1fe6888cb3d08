import type { Conversation } from '../conversation/conversation';
import type { Rights } from '../conversation/rights';
import { CloseDialog } from './CloseDialog';
import { TicketDialog } from './TicketDialog';
import { TransferDialog } from './TransferDialog';

export type Dialog = 'close' | 'transfer' | 'ticket';

type Props = { dialog: Dialog | null; close: () => void; conversation: Conversation; rights: Rights };

/** The acts that ask something first. Each dialog is made anew, so that it never shows what was typed for another. */
export function ActDialogs({ dialog, close, conversation, rights }: Props) {
  switch (dialog) {
    case 'close':
      return <CloseDialog head={conversation.head} rights={rights} close={close} />;
    case 'transfer':
      return <TransferDialog head={conversation.head} close={close} />;
    case 'ticket':
      return <TicketDialog conversation={conversation} close={close} />;
    case null:
      return null;
  }
}
