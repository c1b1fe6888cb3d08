import { useEffect, useRef } from 'react';
import { graphql } from '../../transport/graphql';
import { request } from '../../transport/request';

const SetTyping = graphql(`
  mutation SetTyping($input: SetTypingInput!) {
    setTyping(input: $input) { until }
  }
`);

const AGAIN = 3_000;

/** Says to the others in the conversation that she types; a lost word about it is not worth a word to her. */
export function useTyping(conversationId: string, internal: boolean) {
  const saidAt = useRef(0);

  const say = (typing: boolean) => {
    saidAt.current = typing ? Date.now() : 0;
    request(SetTyping, { input: { conversationId, typing, internal } }).catch(() => {});
  };
  const stopped = () => {
    if (saidAt.current > 0) say(false);
  };

  const leave = useRef(stopped);
  leave.current = stopped;
  useEffect(() => () => leave.current(), []);

  return {
    typed: (anything: boolean) => {
      if (!anything) stopped();
      else if (Date.now() - saidAt.current > AGAIN) say(true);
    },
    stopped,
    /** Her message says itself that she no longer types. */
    sent: () => {
      saidAt.current = 0;
    },
  };
}
