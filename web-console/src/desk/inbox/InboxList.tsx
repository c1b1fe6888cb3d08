import { Box, Button } from '@mantine/core';
import { IconCoffee, IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useWords } from '../../language/language';
import { Notice, RowsSkeleton } from '../../page/states';
import { queries } from '../../transport/queries';
import { useAvailability } from '../availability/useAvailability';
import { askedConversation } from '../conversation/store';
import { ConversationRow } from './ConversationRow';
import classes from './InboxList.module.css';
import { groupsOf } from './inbox';
import { useInbox } from './store';
import { useWalk } from './useWalk';
import { words } from './words';

/** What is hers and what waits for her groups, live. */
export function InboxList() {
  const t = useWords(words);
  const { inbox } = useInbox();
  const { availability } = useAvailability();
  const { active, queued, wrappingUp } = groupsOf(inbox);
  const all = [...active, ...queued, ...wrappingUp];
  useWalk(all.map(({ id }) => id));

  const mine = active.map(({ id }) => id).join(' ');
  useEffect(() => {
    // what is hers opens at once when she goes to it
    for (const id of mine.split(' ').filter(Boolean)) void queries.prefetchQuery(askedConversation(id));
  }, [mine]);

  if (all.length === 0) return inbox.settled ? <Empty /> : <OnItsWay />;
  return (
    <>
      <Section name={t('active')} items={active} />
      <Section name={t('queued')} items={queued} note={availability.status === 'ONLINE' ? null : t('offlineQueue')} />
      <Section name={t('wrappingUp')} items={wrappingUp} />
    </>
  );
}

type SectionProps = { name: string; items: ReturnType<typeof groupsOf>['active']; note?: string | null };

function Section({ name, items, note }: SectionProps) {
  if (items.length === 0) return null;
  return (
    <section aria-label={name}>
      <h2 className={classes.head}>
        {name} <span className={classes.count}>{items.length}</span>
      </h2>
      {note && <p className={classes.note}>{note}</p>}
      <ul className={classes.list}>
        {items.map((item) => (
          <li key={item.id}>
            <ConversationRow item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The list while it is on its way. */
export function OnItsWay() {
  return (
    <Box px="md">
      <RowsSkeleton rows={6} height={44} />
    </Box>
  );
}

function Empty() {
  const t = useWords(words);
  const { availability, become } = useAvailability();
  if (availability.status === 'ONLINE') {
    return <Notice icon={IconCoffee} title={t('emptyOnline')} text={t('emptyOnlineText')} />;
  }
  return (
    <Notice
      icon={IconPlugConnectedX}
      title={t('emptyAway')}
      text={t('emptyAwayText')}
      action={<Button onClick={() => become({ status: 'ONLINE' })}>{t('goOnline')}</Button>}
    />
  );
}
