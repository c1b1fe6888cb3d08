import { Burger, Text } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { Outlet, useMatches } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useWords } from '../language/language';
import { Page } from '../page/Page';
import { Forbidden, RowsSkeleton } from '../page/states';
import { useMe } from '../session/me';
import { Navigation } from './Navigation';
import { PLACES, placeOf } from './places';
import classes from './Shell.module.css';
import { words } from './words';

const MemberMenu = lazy(() => import('./MemberMenu').then(({ MemberMenu }) => ({ default: MemberMenu })));

/** The frame of every screen: navigation at the side, on a phone behind a button. */
export function Shell() {
  const t = useWords(words);
  const { company, may } = useMe();
  const isPhone = useMediaQuery('(max-width: 48em)') ?? false;
  const [opened, { toggle, close }] = useDisclosure();
  const matches = useMatches();
  const path = matches.at(-1)?.pathname;
  const name = placeOf(matches);
  const place = name && PLACES[name];

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the drawer
  useEffect(close, [path]);
  useEffect(() => {
    if (!opened) return;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close();
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [opened, close]);

  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      <header className={classes.top}>
        <Burger opened={opened} onClick={toggle} size="sm" aria-label={t('menu')} aria-expanded={opened} />
        <Text fw={600} truncate>
          {company.name}
        </Text>
      </header>
      {opened && <div className={classes.scrim} onClick={close} aria-hidden="true" />}
      <aside className={classes.side} data-opened={opened || undefined} inert={isPhone && !opened}>
        <div className={classes.company}>
          <span className={classes.mark} aria-hidden="true">
            {[...company.name][0]}
          </span>
          <Text fw={600} truncate title={company.name}>
            {company.name}
          </Text>
        </div>
        <div className={classes.places}>
          <Navigation />
        </div>
        <div className={classes.foot}>
          <Suspense>
            <MemberMenu />
          </Suspense>
        </div>
      </aside>
      <main className={classes.main} id="content" tabIndex={-1}>
        {place && !may(...place.roles) ? (
          <Page title={t(place.word)}>
            <Forbidden roles={place.roles} />
          </Page>
        ) : (
          <Suspense fallback={<Page title={place ? t(place.word) : ''}>{<RowsSkeleton />}</Page>}>
            <Outlet />
          </Suspense>
        )}
      </main>
    </div>
  );
}
