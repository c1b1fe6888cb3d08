import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconGitMerge, IconLock } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../language/language';
import { Loaded } from '../../page/Loaded';
import { Page } from '../../page/Page';
import { Forbidden, Missing } from '../../page/states';
import { TextLink } from '../../page/TextLink';
import { tellDone } from '../../page/tell';
import { useMe } from '../../session/me';
import { isDeclined, useAct } from '../../transport/queries';
import { fileEntry, reviseEntry, type Similar, type Writing } from '../acts';
import { WritingDifferences } from '../Differences';
import { askedEntry, type Entry, entryNow, KNOWLEDGE, similarTo } from '../documents';
import { isSameLimits } from '../limits';
import { Conflict } from './Conflict';
import { EntryForm } from './EntryForm';
import { basedOn, isSamePlace, isSameText, isSameVersion } from './revision';
import { words } from './words';

const route = getRouteApi('/shell/knowledge/$entryId/edit');

/** The next version of an entry, or the draft that is open. */
export function EditPage() {
  const t = useWords(words);
  const { entryId } = route.useParams();
  const { may } = useMe();
  const query = useQuery({ ...askedEntry(entryId), refetchOnWindowFocus: false, enabled: may('EDITOR') });
  if (!may('EDITOR')) {
    return (
      <Page title={t('edit')}>
        <Forbidden roles={['EDITOR']} />
      </Page>
    );
  }
  return (
    <Page title={t('edit')} width="text">
      <Loaded query={query}>
        {({ knowledgeEntry }) => (knowledgeEntry ? <Editing key={entryId} loaded={knowledgeEntry} /> : <Missing />)}
      </Loaded>
    </Page>
  );
}

/** Where it is found changes at once; another text makes a draft. */
async function stored({ writing, on }: { writing: Writing; on: Entry }): Promise<readonly Similar[]> {
  let similar: readonly Similar[] | null = null;
  if (!isSameVersion(writing, basedOn(on))) {
    const { number, revision } = on.latest;
    const saved = await reviseEntry(
      { ...writing, entryId: on.id, expectedVersion: number, expectedRevision: revision },
      !isSameLimits(writing.limits, basedOn(on).limits),
    );
    similar = saved.similar;
  }
  if (!isSamePlace(writing, basedOn(on))) {
    await fileEntry({ entryId: on.id, category: writing.category, tags: writing.tags });
  }
  return similar ?? [];
}

type Clash = { theirs: Entry; mine: Writing };

function Editing({ loaded }: { loaded: Entry }) {
  const t = useWords(words);
  const navigate = route.useNavigate();
  const store = useAct(stored, KNOWLEDGE);
  // what she began with; a later reading of the entry does not change it under her hands
  const [base, setBase] = useState(loaded);
  const [clash, setClash] = useState<Clash | null>(null);
  const [round, setRound] = useState(0);
  const [merging, setMerging] = useState<Clash | null>(null);
  const client = useQueryClient();
  const [begin, setBegin] = useState(() => basedOn(loaded));

  if (base.latest.state === 'IN_REVIEW' || base.latest.state === 'APPROVED') {
    return (
      <Alert color="yellow" icon={<IconLock size={18} />} title={t('inTheWay')}>
        {t('inTheWayText', { number: base.latest.number, state: t(base.latest.state) })}{' '}
        <TextLink to="/knowledge/$entryId" params={{ entryId: base.id }} search={{}}>
          {t('toEntry')}
        </TextLink>
      </Alert>
    );
  }

  async function save(writing: Writing, on: Entry) {
    // a draft is edited in place under one number, so the text is compared as well
    const now = await entryNow(on.id);
    if (now && !isSameText(now.latest, on.latest)) {
      setClash({ theirs: now, mine: writing });
      return;
    }
    try {
      client.setQueryData(similarTo(on.id), await store.mutateAsync({ writing, on }));
    } catch (thrown) {
      // somebody was quicker by less than the look above
      const theirs = isClash(thrown) ? await entryNow(on.id) : null;
      if (!theirs) throw thrown;
      setClash({ theirs, mine: writing });
      return;
    }
    tellDone(t('saved'));
    await navigate({ to: '/knowledge/$entryId', params: { entryId: on.id }, search: {}, ignoreBlocker: true });
  }

  function goOn(writing: Writing, on: Entry, both: Clash | null) {
    setMerging(both);
    setBase(on);
    setBegin(writing);
    setClash(null);
    setRound(round + 1);
  }

  if (clash) {
    const { theirs, mine } = clash;
    return (
      <Conflict
        theirs={theirs}
        mine={mine}
        keepMine={() => save(mine, theirs)}
        takeTheirs={() => goOn(basedOn(theirs), theirs, null)}
        goOn={() => goOn(mine, theirs, clash)}
      />
    );
  }
  const form = (
    <EntryForm
      key={round}
      begin={begin}
      isNew={false}
      masks={base.latest.masks}
      submit={(writing) => save(writing, base)}
      save={base.latest.state === 'DRAFT' ? t('saveDraft') : t('saveAsDraft', { number: base.latest.number + 1 })}
      cancel={
        <Button
          variant="default"
          onClick={() => navigate({ to: '/knowledge/$entryId', params: { entryId: base.id }, search: {} })}
        >
          {t('cancel')}
        </Button>
      }
    />
  );
  if (!merging) return form;
  return (
    <Stack gap="lg">
      <Alert color="yellow" icon={<IconGitMerge size={18} />} title={t('merging')}>
        <Text size="sm" mb="md">
          {t('conflictLegend')}
        </Text>
        <WritingDifferences before={merging.theirs.latest} after={merging.mine} />
      </Alert>
      {form}
    </Stack>
  );
}

function isClash(thrown: unknown): boolean {
  return (
    isDeclined(thrown) &&
    thrown.errors.some(({ code, field }) => code === 'CONFLICT' && field?.[0]?.startsWith('expected') === true)
  );
}
