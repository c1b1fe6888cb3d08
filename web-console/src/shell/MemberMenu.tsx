import { Avatar, Menu, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconLogout, IconSelector } from '@tabler/icons-react';
import { AvailabilitySwitch } from '../desk/AvailabilitySwitch';
import { LANGUAGES, useLanguage, useWords } from '../language/language';
import { useMe } from '../session/me';
import { signOut } from '../session/session';
import classes from './MemberMenu.module.css';
import { words } from './words';

const SCHEMES = ['light', 'dark', 'auto'] as const;

/** Who she is, and what is hers alone: language, appearance, availability, the way out. */
export function MemberMenu() {
  const t = useWords(words);
  const { member, may } = useMe();
  const { language, choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const mark = (chosen: boolean) => (chosen ? <IconCheck size={16} aria-hidden /> : <span />);

  return (
    <>
      {may('AGENT') && <AvailabilitySwitch />}
      <Menu position="top-start" width={216} withinPortal>
        <Menu.Target>
          <UnstyledButton className={classes.button} aria-label={t('account', { name: member.name })}>
            <Avatar size={28} radius="xl" name={member.name} color="initials" aria-hidden />
            <span className={classes.who}>
              <Text span fw={550} truncate>
                {member.name}
              </Text>
              <Text span size="xs" c="dimmed" truncate>
                {member.email}
              </Text>
            </span>
            <IconSelector size={16} stroke={1.6} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('language')}</Menu.Label>
          {LANGUAGES.map((each) => (
            <Menu.Item
              key={each.language}
              lang={each.language}
              role="menuitemradio"
              aria-checked={each.language === language}
              rightSection={mark(each.language === language)}
              onClick={() => choose(each.language)}
            >
              {each.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>{t('scheme')}</Menu.Label>
          {SCHEMES.map((each) => (
            <Menu.Item
              key={each}
              role="menuitemradio"
              aria-checked={each === colorScheme}
              rightSection={mark(each === colorScheme)}
              onClick={() => setColorScheme(each)}
            >
              {t(each)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut}>
            {t('signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
