import { Kbd, SegmentedControl, VisuallyHidden } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconMessages } from '@tabler/icons-react';
import { getRouteApi, Outlet, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useWords } from '../language/language';
import { Notice } from '../page/states';
import { useMe } from '../session/me';
import classes from './DeskPage.module.css';
import { AllList } from './inbox/AllList';
import { InboxList } from './inbox/InboxList';
import { useInbox } from './inbox/store';
import { words as inboxWords } from './inbox/words';
import { LinkBanner } from './LinkBanner';
import { ShortcutHelp } from './shortcuts/ShortcutHelp';
import { SHORTCUTS, useShortcuts } from './shortcuts/shortcuts';
import { words } from './words';

const desk = getRouteApi('/shell/desk');

/** The agent's desk: the list, the open conversation, and what is known about it. On a phone one at a time. */
export function DeskPage() {
  const t = useWords(words);
  const i = useWords(inboxWords);
  const { may } = useMe();
  const { list } = desk.useSearch();
  const navigate = desk.useNavigate();
  const { conversationId } = useParams({ strict: false });
  const [help, setHelp] = useState(false);
  const serves = may('AGENT');
  const seesAll = may('ANALYST');
  const all = seesAll && (list === 'all' || !serves);
  useDocumentTitle(`${t('title')} · Wenda`);
  useShortcuts({ help: () => setHelp(true) });

  return (
    <div className={classes.desk} data-open={conversationId !== undefined || undefined}>
      <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
      <section className={classes.list} aria-label={i('list')}>
        {serves && seesAll && (
          <div className={classes.which}>
            <SegmentedControl
              fullWidth
              size="xs"
              aria-label={i('list')}
              data={[
                { value: 'inbox', label: i('inbox') },
                { value: 'all', label: i('all') },
              ]}
              value={all ? 'all' : 'inbox'}
              onChange={(value) => void navigate({ to: '.', search: value === 'all' ? { list: 'all' } : {} })}
            />
          </div>
        )}
        {serves && <InboxLink />}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it */}
        <section className={classes.scroll} tabIndex={0} aria-label={all ? i('all') : i('inbox')}>
          {all ? <AllList /> : <InboxList />}
        </section>
      </section>
      <div className={classes.open}>
        <Outlet />
      </div>
      <ShortcutHelp opened={help} close={() => setHelp(false)} />
    </div>
  );
}

function InboxLink() {
  const { link } = useInbox();
  return <LinkBanner link={link} />;
}

const BREAKS = /(\{\w+\})/;

/** What stands beside the list while no conversation is open. */
export function NothingOpen() {
  const t = useWords(words);
  const keys: Record<string, ReactNode> = {
    '{next}': <Kbd>{SHORTCUTS.next.toUpperCase()}</Kbd>,
    '{previous}': <Kbd>{SHORTCUTS.previous.toUpperCase()}</Kbd>,
    '{help}': <Kbd>{SHORTCUTS.help}</Kbd>,
  };
  const text = t('chooseText')
    .split(BREAKS)
    .map((part) => <span key={part}>{keys[part] ?? part}</span>);
  return (
    <div className={classes.nothing}>
      <Notice icon={IconMessages} title={t('choose')} text={text} />
    </div>
  );
}
