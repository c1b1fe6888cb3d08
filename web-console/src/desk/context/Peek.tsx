import { Button, Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Loaded } from '../../page/Loaded';
import { words as pageWords } from '../../page/words';
import { PaneSkeleton } from '../conversation/PaneSkeleton';
import { askedConversation } from '../conversation/store';
import { Transcript } from '../conversation/Transcript';
import type { Earlier } from './documents';
import classes from './Peek.module.css';
import { words } from './words';

/** Another conversation of the contact, read beside the open one. */
export function Peek({ conversation, close }: { conversation: Earlier; close: () => void }) {
  const t = useWords(words);
  const p = useWords(pageWords);
  const format = useFormat();
  const query = useQuery(askedConversation(conversation.id));
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size="min(560px, 100%)"
      padding={0}
      title={t('timelineOf', { date: format.date(conversation.startedAt) })}
      classNames={{ header: classes.head, content: classes.content, body: classes.body }}
      closeButtonProps={{ 'aria-label': p('close') }}
    >
      <Loaded query={query} skeleton={<PaneSkeleton />}>
        {(known) => (
          <>
            <Transcript conversation={known} peek />
            <Button
              renderRoot={(props) => (
                <Link
                  to="/desk/$conversationId"
                  params={{ conversationId: conversation.id }}
                  search={true}
                  {...props}
                />
              )}
              variant="default"
              m="md"
              onClick={close}
            >
              {t('openIt')}
            </Button>
          </>
        )}
      </Loaded>
    </Drawer>
  );
}
