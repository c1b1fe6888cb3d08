import { Drawer } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useRef, useState } from 'react';
import { useWords } from '../../language/language';
import { words as pageWords } from '../../page/words';
import { useMe } from '../../session/me';
import { ActDialogs, type Dialog } from '../acts/ActDialogs';
import { Aside, type Tab } from '../context/Aside';
import { useContactName } from '../names';
import { useShortcuts } from '../shortcuts/shortcuts';
import { words as deskWords } from '../words';
import { Composer, type Pen } from './Composer';
import type { Conversation } from './conversation';
import { Header } from './Header';
import { rightsOf } from './rights';
import classes from './Served.module.css';
import { Situation } from './Situation';
import { Transcript } from './Transcript';

type Props = { conversation: Conversation; gone: boolean; banner: ReactNode };

/** A conversation as she serves it: what was said, her pen, and beside it what she should know. */
export function Served({ conversation, gone, banner }: Props) {
  const d = useWords(deskWords);
  const p = useWords(pageWords);
  const me = useMe();
  const nameOf = useContactName();
  const { head } = conversation;
  const rights = rightsOf(head, me);
  const pen = useRef<Pen>(null);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [tab, setTab] = useState<Tab>('details');
  const [sheet, { open: openSheet, close: closeSheet }] = useDisclosure();
  const wide = useMediaQuery('(min-width: 80em)', true, { getInitialValueInEffect: false });

  const show = (wanted: Tab) => {
    setTab(wanted);
    if (!wide) openSheet();
  };
  useShortcuts({
    ...(rights.reply ? { reply: () => pen.current?.reply() } : {}),
    ...(rights.note ? { note: () => pen.current?.note() } : {}),
    ...(rights.transfer ? { transfer: () => setDialog('transfer') } : {}),
    ...(rights.ticket ? { ticket: () => setDialog('ticket') } : {}),
    ...(rights.close ? { close: () => setDialog('close') } : {}),
    ...(rights.note ? { knowledge: () => show('knowledge') } : {}),
  });

  const aside = (
    <Aside
      conversation={conversation}
      tab={tab}
      choose={setTab}
      insert={
        rights.note
          ? (text) => {
              closeSheet();
              pen.current?.insert(text);
            }
          : null
      }
      newTicket={rights.ticket ? () => setDialog('ticket') : null}
    />
  );

  return (
    <div className={classes.served} data-wide={wide || undefined}>
      <div className={classes.middle}>
        <Header head={head} rights={rights} open={setDialog} showDetails={wide ? null : () => show('details')} />
        {banner}
        <Situation head={head} rights={rights} gone={gone} open={setDialog} />
        <Transcript conversation={conversation} />
        {(rights.reply || rights.note) && !gone && (
          <Composer ref={pen} head={head} rights={rights} find={() => show('knowledge')} />
        )}
      </div>
      {wide ? (
        <aside className={classes.aside} aria-label={d('details')}>
          {aside}
        </aside>
      ) : (
        <Drawer
          opened={sheet}
          onClose={closeSheet}
          title={nameOf(head.contact)}
          position="right"
          size="min(400px, 100%)"
          padding={0}
          classNames={{ header: classes.sheetHead, body: classes.sheetBody }}
          closeButtonProps={{ 'aria-label': p('close') }}
        >
          {aside}
        </Drawer>
      )}
      <ActDialogs dialog={dialog} close={() => setDialog(null)} conversation={conversation} rights={rights} />
    </div>
  );
}
