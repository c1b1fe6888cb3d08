import { Declined, Failed, failureOf, mayPass } from '../../transport/failure';
import { request } from '../../transport/request';
import { arrived, type Conversation, failed, type Outgoing, sending } from './conversation';
import { type Message, SendMessage } from './documents';

type Ways = {
  change: (step: (conversation: Conversation) => Conversation) => void;
  deliver: (outgoing: Outgoing) => Promise<Message>;
  pause: (milliseconds: number) => Promise<void>;
};

export type Outbox = { send: (outgoing: Outgoing) => Promise<void> };

const TRIES = 6;
const FIRST_PAUSE = 500;

/** Sends the messages of one conversation one after the other; what the network did not carry is tried again. */
export function outbox({ change, deliver, pause }: Ways): Outbox {
  let last: Promise<void> = Promise.resolve();

  async function carry(outgoing: Outgoing): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        const message = await deliver(outgoing);
        change((conversation) => arrived(conversation, message));
        return;
      } catch (thrown) {
        const again = !(thrown instanceof Declined) && mayPass(failureOf(thrown)) && tries < TRIES;
        if (!again) {
          change((conversation) => failed(conversation, outgoing.clientMessageId, thrown));
          return;
        }
        await pause(FIRST_PAUSE * 2 ** (tries - 1));
      }
    }
  }

  return {
    send: (outgoing) => {
      change((conversation) => sending(conversation, outgoing));
      last = last.then(() => carry(outgoing));
      return last;
    },
  };
}

/** The client's own id of a message makes a repeat harmless. */
export async function deliverTo(
  conversationId: string,
  { clientMessageId, text, internal }: Outgoing,
): Promise<Message> {
  const { sendMessage } = await request(SendMessage, { input: { conversationId, clientMessageId, text, internal } });
  if (sendMessage && sendMessage.userErrors.length > 0) throw new Declined(sendMessage.userErrors);
  if (!sendMessage?.message) throw new Failed({ kind: 'refused', code: 'INTERNAL', message: 'no message' });
  return sendMessage.message;
}
