import { IconChecks } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { BackLink } from '../../page/BackLink';
import { LinkButton } from '../../page/LinkButton';
import { Loaded } from '../../page/Loaded';
import { Page } from '../../page/Page';
import { Forbidden, Notice } from '../../page/states';
import { useMe } from '../../session/me';
import { askedWaiting, type WaitingEntry } from '../documents';
import { More } from '../list/More';
import { ManyBar } from '../many/ManyBar';
import { Tick } from '../many/Tick';
import { useChosen } from '../many/useChosen';
import { Review } from './Review';
import classes from './ReviewPage.module.css';
import { words } from './words';

const route = getRouteApi('/shell/knowledge/review');

/** What waits for another pair of eyes, and the one that is looked at. */
export function ReviewPage() {
  const t = useWords(words);
  const { may } = useMe();
  const query = useInfiniteQuery({ ...askedWaiting, enabled: may('EDITOR') });
  return (
    <Page title={t('review')} above={<BackLink to="/knowledge">{t('backToList')}</BackLink>}>
      {may('EDITOR') ? (
        <Loaded query={query}>
          {({ pages }) => {
            const entries = pages.flatMap((page) => page.knowledgeReviewQueue?.nodes ?? []);
            const total = pages[0]?.knowledgeReviewQueue?.totalCount;
            return <Queue entries={entries} more={<More shown={entries.length} total={total} query={query} />} />;
          }}
        </Loaded>
      ) : (
        <Forbidden roles={['EDITOR']} />
      )}
    </Page>
  );
}

function handedInAt({ latest }: WaitingEntry): string {
  return latest.history.findLast(({ to }) => to === 'IN_REVIEW')?.at ?? latest.createdAt;
}

function Queue({ entries, more }: { entries: readonly WaitingEntry[]; more: ReactNode }) {
  const t = useWords(words);
  const format = useFormat();
  const { member } = useMe();
  const { entry: wanted } = route.useSearch();
  const { chosen, isChosen, choose, chooseAll } = useChosen(entries);
  const first = entries.find(({ latest }) => latest.author?.id !== member.id) ?? entries[0];
  const shown = entries.find(({ id }) => id === wanted) ?? first;
  if (!shown) {
    return (
      <Notice
        icon={IconChecks}
        title={t('allReviewed')}
        text={t('allReviewedText')}
        action={
          <LinkButton to="/knowledge" variant="default">
            {t('backToList')}
          </LinkButton>
        }
      />
    );
  }
  return (
    <div className={classes.columns}>
      <nav aria-label={t('review')}>
        <ManyBar shown={entries} chosen={chosen} chooseAll={chooseAll} acts={['approve', 'reject']} />
        <ul className={classes.queue}>
          {entries.map((entry) => (
            <li key={entry.id} className={classes.row}>
              <Tick entry={entry} checked={isChosen(entry.id)} choose={choose} />
              <Link
                to="/knowledge/review"
                search={{ entry: entry.id }}
                className={classes.item}
                aria-current={entry.id === shown.id ? 'true' : undefined}
              >
                <span className={classes.question} lang={entry.latest.locale}>
                  {entry.latest.question}
                </span>
                <span className={classes.detail}>
                  {entry.latest.author?.id === member.id ? t('byYou') : (entry.latest.author?.name ?? t('program'))}
                  {' · '}
                  {format.ago(handedInAt(entry))}
                  {' · '}
                  {entry.published ? t('change') : t('newText')}
                </span>
              </Link>
            </li>
          ))}
        </ul>
        {more}
      </nav>
      <Review key={`${shown.id} ${shown.latest.number}`} entry={shown} />
    </div>
  );
}
