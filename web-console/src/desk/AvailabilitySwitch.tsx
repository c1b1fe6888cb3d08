import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import classes from './AvailabilitySwitch.module.css';
import { OtherReason } from './availability/OtherReason';
import { useAvailability } from './availability/useAvailability';
import { useTitleBadge } from './availability/useTitleBadge';
import { words } from './availability/words';

const REASONS = ['lunch', 'meeting', 'training', 'paperwork'] as const;

/** Whether she takes conversations now; stands above the member's menu. */
export function AvailabilitySwitch() {
  const t = useWords(words);
  const format = useFormat();
  const { availability, become } = useAvailability();
  const [asking, setAsking] = useState(false);
  useTitleBadge();
  const { status, reason, since } = availability;
  const receiving = status === 'ONLINE' ? t('receiving') : t('notReceiving');
  const name = status === 'AWAY' && reason ? t('awayFor', { reason }) : t(status);
  const mark = (chosen: boolean) => (chosen ? <IconCheck size={16} aria-hidden /> : <span />);

  return (
    <>
      <Menu position="top-start" width={216} withinPortal>
        <Menu.Target>
          <UnstyledButton
            className={classes.button}
            data-status={status}
            title={t('since', { time: format.time(since) })}
            aria-label={t('label', { status: name, text: receiving })}
          >
            <span className={classes.dot} data-status={status} aria-hidden />
            <span className={classes.what}>
              <span className={classes.name}>{name}</span>
              <span className={classes.text}>{receiving}</span>
            </span>
            <IconChevronDown size={16} stroke={1.6} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('change')}>
          <Menu.Item
            leftSection={<span className={classes.dot} data-status="ONLINE" />}
            rightSection={mark(status === 'ONLINE')}
            onClick={() => become({ status: 'ONLINE' })}
          >
            {t('ONLINE')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{t('reasons')}</Menu.Label>
          {REASONS.map((each) => (
            <Menu.Item
              key={each}
              leftSection={<span className={classes.dot} data-status="AWAY" />}
              rightSection={mark(status === 'AWAY' && reason === t(each))}
              onClick={() => become({ status: 'AWAY', reason: t(each) })}
            >
              {t(each)}
            </Menu.Item>
          ))}
          <Menu.Item leftSection={<span className={classes.dot} data-status="AWAY" />} onClick={() => setAsking(true)}>
            {t('other')}…
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<span className={classes.dot} data-status="OFFLINE" />}
            rightSection={mark(status === 'OFFLINE')}
            onClick={() => become({ status: 'OFFLINE' })}
          >
            {t('OFFLINE')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <OtherReason
        opened={asking}
        close={() => setAsking(false)}
        choose={(text) => become({ status: 'AWAY', reason: text })}
      />
    </>
  );
}
