import { Alert, Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../language/language';
import { Loaded } from '../../page/Loaded';
import { Page } from '../../page/Page';
import { Forbidden, Missing } from '../../page/states';
import { TextLink } from '../../page/TextLink';
import { tellDone } from '../../page/tell';
import { useMe } from '../../session/me';
import { useAct } from '../../transport/queries';
import { fileEntry, reviseEntry, type Writing } from '../acts';
import { askedEntry, type Entry, entryNow, KNOWLEDGE } from '../documents';
import { Conflict } from './Conflict';
import { EntryForm } from './EntryForm';
import { basedOn, isSamePlace, isSameText, isSameWriting } from './revision';
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
async function stored({ writing, on }: { writing: Writing; on: Entry }): Promise<void> {
  if (!isSameWriting(writing, basedOn(on))) {
    await reviseEntry({ ...writing, entryId: on.id, expectedVersion: on.latest.number });
  }
  if (!isSamePlace(writing, basedOn(on))) {
    await fileEntry({ entryId: on.id, category: writing.category, tags: writing.tags });
  }
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
    await store.mutateAsync({ writing, on });
    tellDone(t('saved'));
    await navigate({ to: '/knowledge/$entryId', params: { entryId: on.id }, search: {}, ignoreBlocker: true });
  }

  function goOn(writing: Writing, on: Entry) {
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
        takeTheirs={() => goOn(basedOn(theirs), theirs)}
        goOn={() => goOn(mine, theirs)}
      />
    );
  }
  return (
    <EntryForm
      key={round}
      begin={begin}
      isNew={false}
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
}
