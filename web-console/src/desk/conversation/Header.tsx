import { ActionIcon, Button, Group, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconCheck,
  IconDots,
  IconHandGrab,
  IconInfoCircle,
  IconTicket,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../language/language';
import type { Dialog } from '../acts/ActDialogs';
import { useTake } from '../acts/take';
import { useContactName } from '../names';
import { StateBadge } from '../StateBadge';
import { words as deskWords } from '../words';
import type { Head } from './documents';
import classes from './Header.module.css';
import type { Rights } from './rights';
import { words } from './words';

type Props = { head: Head; rights: Rights; open: (dialog: Dialog) => void; showDetails: (() => void) | null };

/** Who it is, how it stands, and the main acts. */
export function Header({ head, rights, open, showDetails }: Props) {
  const t = useWords(words);
  const d = useWords(deskWords);
  const nameOf = useContactName();
  const take = useTake(head.id);
  const place = head.queuePosition === null ? null : t('queuePlace', { position: head.queuePosition });
  const where = [head.channel.name, head.skillGroup?.name, head.assignee?.name, place].filter(Boolean).join(' · ');

  return (
    <header className={classes.header}>
      <ActionIcon component={Link} to="/desk" search={true} className={classes.back} size="lg" aria-label={d('back')}>
        <IconArrowLeft size={20} stroke={1.6} />
      </ActionIcon>
      <div className={classes.standing}>
        <div className={classes.who}>
          <h2 className={classes.name}>{nameOf(head.contact)}</h2>
          <p className={classes.where} title={where}>
            {where}
          </p>
        </div>
        <StateBadge state={head.state} />
      </div>
      <Group gap={6} wrap="nowrap" ml="auto">
        {rights.take && (
          <Button size="xs" variant="light" leftSection={<IconHandGrab size={16} stroke={1.6} />} onClick={take}>
            {t('take')}
          </Button>
        )}
        <Group gap={6} wrap="nowrap" visibleFrom="md">
          {rights.ticket && (
            <Tooltip label={t('ticket')}>
              <ActionIcon size={30} variant="default" aria-label={t('ticket')} onClick={() => open('ticket')}>
                <IconTicket size={17} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          )}
          {rights.transfer && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconArrowRight size={16} stroke={1.6} />}
              onClick={() => open('transfer')}
            >
              {t('transfer')}
            </Button>
          )}
        </Group>
        {rights.close && (
          <Button size="xs" leftSection={<IconCheck size={16} stroke={1.8} />} onClick={() => open('close')}>
            {head.state === 'WRAP_UP' ? t('outcome') : t('close')}
          </Button>
        )}
        {(rights.ticket || rights.transfer) && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon size={30} hiddenFrom="md" aria-label={t('more')} aria-haspopup="menu">
                <IconDots size={18} stroke={1.6} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {rights.transfer && (
                <Menu.Item leftSection={<IconArrowRight size={16} />} onClick={() => open('transfer')}>
                  {t('transfer')}
                </Menu.Item>
              )}
              <Menu.Item leftSection={<IconTicket size={16} />} onClick={() => open('ticket')}>
                {t('ticket')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
        {showDetails && (
          <ActionIcon size={30} onClick={showDetails} aria-label={d('details')}>
            <IconInfoCircle size={19} stroke={1.6} />
          </ActionIcon>
        )}
      </Group>
    </header>
  );
}
