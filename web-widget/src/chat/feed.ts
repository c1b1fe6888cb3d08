import { type ConversationParts, type Message, UPDATES, type Update } from '../graphql/documents';
import { type Link, live } from '../graphql/live';
import type { Session } from './session';

export interface Listener {
  message(conversation: string, message: Message): void;
  conversation(conversation: ConversationParts): void;
  /** Until a time by the server's clock; one that has passed: no more. */
  typing(author: string | null, until: string): void;
  link(link: Link): void;
  /** The conversation is not hers, or no more. */
  gone(): void;
}

/** What happens in the conversation that she is in, in order and without a gap. */
export interface Feed {
  follow(conversation: string, afterSeq: number): void;
  stop(): void;
}

/**
 * The point to resume from moves by what the stream itself brought, and by nothing else: the answer to a message that
 * she sent can overtake what others wrote before it, and if the line dropped then, that would be lost.
 */
export function feed(session: Session, listener: Listener): Feed {
  let stop = () => {};
  return {
    follow(conversation, afterSeq) {
      stop();
      let seen = afterSeq;
      stop = live({
        query: UPDATES as unknown as string,
        variables: () => ({ conversationId: conversation, afterSeq: seen }),
        async access() {
          const outcome = await session.access();
          return outcome.kind === 'done' ? outcome.data : null;
        },
        expired: session.expired,
        refused: listener.gone,
        link: listener.link,
        next(data) {
          const update = (data as { conversationUpdates: Update | null } | null)?.conversationUpdates;
          switch (update?.__typename) {
            case 'Message':
              seen = Math.max(seen, update.seq);
              return listener.message(conversation, update);
            case 'ConversationChange':
              return listener.conversation(update.conversation);
            case 'Typing':
              if (update.sender !== 'CONTACT') listener.typing(update.author, update.until);
          }
        },
      });
    },
    stop: () => stop(),
  };
}
