import { Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import type { Entry, Version } from '../documents';
import { StateBadge } from '../StateBadge';
import classes from './VersionTrail.module.css';
import { words } from './words';

/** Every version, newest first, with who did what to it and when. */
export function VersionTrail({ entry, shown }: { entry: Entry; shown: number }) {
  const t = useWords(words);
  return (
    <section aria-labelledby="trail">
      <Title order={2} id="trail" fz="md" mb="xs">
        {t('versions')}
      </Title>
      <ol className={classes.trail}>
        {entry.versions.nodes.map((version) => (
          <li key={version.number} className={classes.version} data-shown={version.number === shown}>
            <div className={classes.head}>
              <Link
                to="/knowledge/$entryId"
                params={{ entryId: entry.id }}
                search={version.number === entry.latest.number ? {} : { version: version.number }}
                aria-current={version.number === shown ? 'true' : undefined}
                className={classes.link}
              >
                {t('versionNumber', { number: version.number })}
              </Link>
              <StateBadge state={version.state} />
            </div>
            <Moves version={version} />
          </li>
        ))}
      </ol>
      {entry.versions.pageInfo.hasNextPage && (
        <Text size="sm" c="dimmed">
          {t('olderNotShown')}
        </Text>
      )}
    </section>
  );
}

type Move = Version['history'][number];

function Moves({ version }: { version: Version }) {
  const t = useWords(words);
  const format = useFormat();
  const said = ({ from, to }: Move) => {
    if (from === null) return t('didWrite');
    if (to === 'DRAFT') return t('didReject');
    return t(`did_${to}`);
  };
  return (
    <ul className={classes.moves}>
      {version.history.toReversed().map((move) => (
        <li key={`${move.at} ${move.to}`}>
          <Text size="sm" span>
            {t('moveBy', { who: move.by?.name ?? t('program'), did: said(move) })}
          </Text>
          <Text size="xs" c="dimmed">
            {format.dateTime(move.at)}
          </Text>
          {move.comment && <blockquote className={classes.comment}>{move.comment}</blockquote>}
        </li>
      ))}
    </ul>
  );
}
