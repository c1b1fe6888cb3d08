import { Avatar, Menu, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconLogout, IconSelector } from '@tabler/icons-react';
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
          {/* biome-ignore lint/a11y/useSemanticElements: a menu may hold groups, not fieldsets */}
          <div role="group" aria-label={t('language')}>
            <Menu.Label aria-hidden>{t('language')}</Menu.Label>
            <Menu.RadioGroup value={language}>
              {LANGUAGES.map((each) => (
                <Menu.RadioItem
                  key={each.language}
                  value={each.language}
                  lang={each.language}
                  onChange={() => choose(each.language)}
                >
                  {each.name}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </div>
          <Menu.Divider />
          {/* biome-ignore lint/a11y/useSemanticElements: a menu may hold groups, not fieldsets */}
          <div role="group" aria-label={t('scheme')}>
            <Menu.Label aria-hidden>{t('scheme')}</Menu.Label>
            <Menu.RadioGroup value={colorScheme}>
              {SCHEMES.map((each) => (
                <Menu.RadioItem key={each} value={each} onChange={() => setColorScheme(each)}>
                  {t(each)}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </div>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut}>
            {t('signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
