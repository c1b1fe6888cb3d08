import { getRouteApi } from '@tanstack/react-router';
import { Loaded } from '../../page/Loaded';
import { LinkBanner } from '../LinkBanner';
import { PaneSkeleton } from './PaneSkeleton';
import { Served } from './Served';
import { useConversation } from './store';

const route = getRouteApi('/shell/desk/$conversationId');

/** The open conversation: asked for, then live. */
export function ConversationPane() {
  const { conversationId } = route.useParams();
  return <Watched key={conversationId} id={conversationId} />;
}

function Watched({ id }: { id: string }) {
  const { query, link } = useConversation(id);
  return (
    <Loaded query={query} skeleton={<PaneSkeleton />}>
      {(conversation) => (
        <Served
          conversation={conversation}
          gone={link.failure !== null}
          banner={link.failure === null && <LinkBanner link={link.state} />}
        />
      )}
    </Loaded>
  );
}
