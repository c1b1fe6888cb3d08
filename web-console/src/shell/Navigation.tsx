import { useQuery } from '@tanstack/react-query';
import { Link, useMatches } from '@tanstack/react-router';
import { useWords } from '../language/language';
import { useMe } from '../session/me';
import { askedSteps, isDone } from '../start/steps';
import classes from './Navigation.module.css';
import { PLACES, type PlaceName, placeOf, SECTIONS } from './places';
import { words } from './words';

/** The places that her roles open, in their sections. */
export function Navigation() {
  const t = useWords(words);
  const { company, may } = useMe();
  const steps = useQuery({ ...askedSteps, enabled: may(...PLACES.start.roles), staleTime: 60_000 });
  const beginning = steps.data !== undefined && !isDone(steps.data, company.id);
  const mine = (name: PlaceName) => may(...PLACES[name].roles);

  return (
    <nav aria-label={t('navigation')}>
      {beginning && (
        <ul className={classes.list}>
          <Entry name="start" />
        </ul>
      )}
      {SECTIONS.map(({ word, places }) => ({ word, places: places.filter(mine) }))
        .filter(({ places }) => places.length > 0)
        .map(({ word, places }) => (
          <section key={word} aria-label={t(word)}>
            <h2 className={classes.section}>{t(word)}</h2>
            <ul className={classes.list}>
              {places.map((name) => (
                <Entry key={name} name={name} />
              ))}
            </ul>
          </section>
        ))}
    </nav>
  );
}

function Entry({ name }: { name: PlaceName }) {
  const t = useWords(words);
  const { to, word, icon: Sign } = PLACES[name];
  const isHere = useMatches({ select: placeOf }) === name;
  return (
    <li>
      <Link
        to={to}
        className={classes.entry}
        activeOptions={{ exact: true }}
        aria-current={isHere ? 'page' : undefined}
      >
        <Sign size={18} stroke={1.6} aria-hidden />
        {t(word)}
      </Link>
    </li>
  );
}
