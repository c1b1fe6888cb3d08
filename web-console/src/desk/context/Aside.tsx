import { Tabs } from '@mantine/core';
import { useWords } from '../../language/language';
import type { Conversation } from '../conversation/conversation';
import classes from './Aside.module.css';
import { ContactCard } from './ContactCard';
import { EndCard } from './EndCard';
import { HandoverCard } from './HandoverCard';
import { KnowledgeFinder } from './KnowledgeFinder';
import { RatingCard } from './RatingCard';
import { SurroundingCards } from './SurroundingCards';
import { words } from './words';

export type Tab = 'details' | 'knowledge';

type Props = {
  conversation: Conversation;
  tab: Tab;
  choose: (tab: Tab) => void;
  insert: ((text: string) => void) | null;
  newTicket: (() => void) | null;
};

/** What is known beside the messages, and what the company knows. */
export function Aside({ conversation, tab, choose, insert, newTicket }: Props) {
  const t = useWords(words);
  const { head, messages } = conversation;
  return (
    <Tabs
      value={tab}
      onChange={(value) => choose(value === 'knowledge' ? 'knowledge' : 'details')}
      keepMounted={false}
      classNames={{ root: classes.aside, list: classes.tabs, panel: classes.panel }}
    >
      <Tabs.List grow>
        <Tabs.Tab value="details">{t('details')}</Tabs.Tab>
        <Tabs.Tab value="knowledge">{t('knowledge')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="details">
        <HandoverCard handovers={head.handovers} />
        <ContactCard contact={head.contact} />
        {head.rating && <RatingCard rating={head.rating} />}
        {(head.disposition || head.summary) && <EndCard disposition={head.disposition} summary={head.summary} />}
        <SurroundingCards conversationId={head.id} newTicket={newTicket} />
      </Tabs.Panel>
      <Tabs.Panel value="knowledge">
        <KnowledgeFinder
          asked={messages.findLast(({ sender }) => sender === 'CONTACT')?.text ?? null}
          insert={insert}
        />
      </Tabs.Panel>
    </Tabs>
  );
}
