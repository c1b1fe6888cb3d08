import { AppShell, Burger, Group, ScrollArea, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useMatches } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useLanguage, useWords } from '../language/language';
import { Page } from '../page/Page';
import { Forbidden, RowsSkeleton } from '../page/states';
import { useMe } from '../session/me';
import { Navigation } from './Navigation';
import { PLACES } from './places';
import classes from './Shell.module.css';
import { words } from './words';

const MemberMenu = lazy(() => import('./MemberMenu').then(({ MemberMenu }) => ({ default: MemberMenu })));

/** The frame of every screen: navigation at the side, on a phone behind a button. */
export function Shell() {
  const t = useWords(words);
  const { language } = useLanguage();
  const { company, may } = useMe();
  const [opened, { toggle, close }] = useDisclosure();
  const matches = useMatches();
  const path = matches.at(-1)?.pathname;
  const name = matches.findLast((match) => match.staticData.place !== undefined)?.staticData.place;
  const place = name && PLACES[name];

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the drawer
  useEffect(close, [path]);

  return (
    <AppShell
      header={{ height: { base: 52, sm: 0 } }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      className={classes.shell}
      lang={language}
    >
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      <AppShell.Header className={classes.header} hiddenFrom="sm">
        <Group h="100%" px="sm" gap="xs" wrap="nowrap">
          <Burger opened={opened} onClick={toggle} size="sm" aria-label={t('menu')} aria-expanded={opened} />
          <Text fw={600} truncate>
            {company.name}
          </Text>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.side}>
        <Group className={classes.company} gap={10} wrap="nowrap" visibleFrom="sm">
          <span className={classes.mark} aria-hidden="true">
            {[...company.name][0]}
          </span>
          <Text fw={600} truncate title={company.name}>
            {company.name}
          </Text>
        </Group>
        <ScrollArea className={classes.places} type="never">
          <Navigation />
        </ScrollArea>
        <div className={classes.foot}>
          <Suspense>
            <MemberMenu />
          </Suspense>
        </div>
      </AppShell.Navbar>
      <AppShell.Main className={classes.main} id="content" tabIndex={-1}>
        {place && !may(...place.roles) ? (
          <Page title={t(place.word)}>
            <Forbidden roles={place.roles} />
          </Page>
        ) : (
          <Suspense fallback={<Page title={place ? t(place.word) : ''}>{<RowsSkeleton />}</Page>}>
            <Outlet />
          </Suspense>
        )}
      </AppShell.Main>
    </AppShell>
  );
}
