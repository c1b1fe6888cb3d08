import { Alert, Button, Group, Progress, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Fault } from '../../page/Fault';
import { useFaultText } from '../../page/faults';
import { LinkButton } from '../../page/LinkButton';
import { Loaded } from '../../page/Loaded';
import { RowsSkeleton } from '../../page/states';
import table from '../../page/table.module.css';
import { tellDone, tellFault } from '../../page/tell';
import { queries } from '../../transport/queries';
import { KNOWLEDGE } from '../documents';
import { askedImport, askedImports, beginImport, cancelImport, type Import, isOpen, isSameFile } from './documents';
import { useFileFault } from './fileFaults';
import { saveFile } from './files';
import classes from './Import.module.css';
import { PolicyChoice } from './PolicyChoice';
import { columnOf, reasonOf, reasons } from './reasons';
import { words } from './words';

type Props = {
  id: string;
  uploadId: string | undefined;
  isNextStep: boolean;
  show: (id: string, upload?: string) => void;
  another: () => void;
};

/** One import: how far it is, what became of the lines, and what can be done next. */
export function OneImport({ id, uploadId, isNextStep, show, another }: Props) {
  const t = useWords(words);
  const query = useQuery(askedImport(id));
  const fileFault = useFileFault();
  const state = query.data?.knowledgeImport?.state;
  useEffect(() => {
    if (state === 'DONE' || state === 'FAILED') void queries.invalidateQueries({ queryKey: [...KNOWLEDGE, 'entries'] });
  }, [state]);
  return (
    <Loaded query={query} skeleton={<RowsSkeleton rows={4} />}>
      {({ knowledgeImport: it }) =>
        it ? (
          <Stack gap="lg">
            <div role="status">
              <Title order={2} size={16} tabIndex={-1} ref={isNextStep ? takeFocus : null}>
                {t(headline(it), { name: it.fileName })}
              </Title>
            </div>
            {isOpen(it.state) && <Far counts={it.counts} name={it.fileName} />}
            <Fault>{it.fault && fileFault(it.fault, it.fileFault)}</Fault>
            {hasBegun(it) && <Counts it={it} />}
            <Before it={it} />
            <Next it={it} uploadId={uploadId} show={show} another={another} />
            <Faults it={it} />
          </Stack>
        ) : (
          <Button variant="default" onClick={another}>
            {t('another')}
          </Button>
        )
      }
    </Loaded>
  );
}

/** What had the focus is gone with the step before. */
const takeFocus = (headline: HTMLElement | null) => headline?.focus();

/** Whether lines were dealt with: an import that failed later keeps what it did. */
const hasBegun = (it: Import) => it.state !== 'FAILED' || it.counts.done > 0;

function headline(it: Import) {
  if (it.state === 'FAILED') return 'failed';
  if (it.state === 'CANCELLED') return 'cancelled';
  if (it.dryRun) return it.state === 'DONE' ? 'checked' : 'checking';
  return it.state === 'DONE' ? 'imported' : 'importing';
}

function Far({ counts, name }: { counts: Import['counts']; name: string }) {
  const t = useWords(words);
  const format = useFormat();
  const { lines, done, toPublish, published } = counts;
  // where the search index is waited for, that is the longer half
  const whole = (lines ?? 0) + toPublish;
  return (
    <div>
      <Progress value={whole === 0 ? 0 : (100 * (done + published)) / whole} animated aria-label={name} />
      <Text size="sm" c="dimmed" mt={6}>
        {lines === null ? t('reading') : t('progress', { done: format.number(done), lines: format.number(lines) })}
      </Text>
    </div>
  );
}

function Counts({ it }: { it: Import }) {
  const t = useWords(words);
  const format = useFormat();
  const { lines, created, revised, same, skipped, refused, limited, toPublish, published } = it.counts;
  const shown: [string, string][] = [
    [t('lines'), lines === null ? '–' : format.number(lines)],
    [t('wouldCreate'), format.number(created)],
    [t('wouldRevise'), format.number(revised)],
    [t('same'), format.number(same)],
    [t('refused'), format.number(refused)],
  ];
  if (it.policy === 'SKIP') shown.push([t('skipped'), format.number(skipped)]);
  if (limited > 0) shown.push([t('limited'), format.number(limited)]);
  if (toPublish > 0) {
    shown.push(
      it.dryRun
        ? [t('wouldPublish'), format.number(toPublish)]
        : [t('publishedOf'), `${format.number(published)} / ${format.number(toPublish)}`],
    );
  }
  return (
    <dl className={classes.counts}>
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Before a file comes in a second time beside what it made the first time. */
function Before({ it }: { it: Import }) {
  const t = useWords(words);
  const format = useFormat();
  const isChecked = it.dryRun && it.state === 'DONE' && it.policy === 'ADD' && it.counts.created > 0;
  const { data } = useQuery({ ...askedImports, enabled: isChecked });
  const before = isChecked && data?.knowledgeImports?.nodes.find((each) => isSameFile(each, it));
  if (!before) return null;
  return (
    <Alert variant="light" color="yellow" icon={<IconAlertTriangle size={18} />} title={t('before')} role="status">
      {t('beforeText', { at: format.dateTime(before.createdAt), count: format.number(it.counts.created) })}
    </Alert>
  );
}

function Next({ it, uploadId, show, another }: Omit<Props, 'id' | 'isNextStep'> & { it: Import }) {
  const t = useWords(words);
  const format = useFormat();
  const faults = useFaultText();
  const [policy, setPolicy] = useState(it.policy);
  const { created, revised } = it.counts;
  const act = useMutation({
    mutationFn: (run: () => Promise<unknown>) => run(),
    onError: (thrown) => tellFault(faults.of(thrown)),
  });
  const begin = useMutation({
    mutationFn: (dryRun: boolean) => beginImport({ uploadId: uploadId ?? '', policy, dryRun }),
    onError: (thrown) => tellFault(faults.of(thrown)),
  });
  const busy = act.isPending || begin.isPending;
  // nobody who has left the page meanwhile is brought back
  const press = (dryRun: boolean) =>
    begin.mutate(dryRun, {
      onSuccess: ({ knowledgeImport }) => knowledgeImport && show(knowledgeImport.id, dryRun ? uploadId : undefined),
    });

  if (isOpen(it.state)) {
    const stop = async () => {
      await cancelImport(it.id);
      await queries.invalidateQueries({ queryKey: KNOWLEDGE });
      tellDone(t('stopped'));
    };
    return (
      <Group>
        <Button variant="default" color="red" loading={busy} onClick={() => act.mutate(stop)}>
          {t('stop')}
        </Button>
      </Group>
    );
  }
  const mayImport = it.dryRun && it.state === 'DONE' && uploadId !== undefined;
  return (
    <Stack gap="lg">
      {mayImport && <PolicyChoice value={policy} disabled={busy} onChange={setPolicy} />}
      <Group>
        {mayImport && policy !== it.policy && (
          <Button loading={busy} onClick={() => press(true)}>
            {t('checkAgain')}
          </Button>
        )}
        {mayImport && policy === it.policy && created + revised > 0 && (
          <Button loading={busy} onClick={() => press(false)}>
            {t('importNow', { count: format.number(created + revised) })}
          </Button>
        )}
        {mayImport && policy === it.policy && created + revised === 0 && <Text size="sm">{t('nothingToImport')}</Text>}
        {!it.dryRun && <LinkButton to="/knowledge">{t('toKnowledge')}</LinkButton>}
        {hasBegun(it) && (
          <Button
            variant="default"
            leftSection={<IconDownload size={16} />}
            onClick={() => act.mutate(() => saveFile(it.resultFile, 'results.csv'))}
          >
            {t('resultFile')}
          </Button>
        )}
        <Button variant="default" disabled={busy} onClick={another}>
          {t('another')}
        </Button>
      </Group>
    </Stack>
  );
}

function Faults({ it }: { it: Import }) {
  const t = useWords(words);
  const text = useFaultText();
  const say = useWords(reasons);
  const column = (fault: Import['faults'][number]) => {
    const known = columnOf(fault);
    return known ? say(known) : (fault.field ?? '–');
  };
  const why = (fault: Import['faults'][number]) => {
    const known = reasonOf(fault);
    return known ? say(known) : text.ofError({ ...fault, field: null });
  };
  if (it.counts.refused === 0) return null;
  const save = () => saveFile(it.errorFile, 'errors.csv').catch((thrown: unknown) => tellFault(text.of(thrown)));
  return (
    <section>
      <Group justify="space-between" align="end" mb="sm">
        <div>
          <Title order={3} size={15}>
            {t('refusedTitle')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('refusedText')}
          </Text>
        </div>
        <Button variant="default" leftSection={<IconDownload size={16} />} onClick={save}>
          {t('errorFile')}
        </Button>
      </Group>
      <div className={table.scroll}>
        <Table className={table.table} aria-label={t('refusedTitle')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={80}>{t('line')}</Table.Th>
              <Table.Th w={140}>{t('field')}</Table.Th>
              <Table.Th>{t('why')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {it.faults.map((fault) => (
              <Table.Tr key={fault.line}>
                <Table.Td>{fault.line}</Table.Td>
                <Table.Td>{column(fault)}</Table.Td>
                <Table.Td>{why(fault)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {it.counts.refused > it.faults.length && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('firstHundred')}
        </Text>
      )}
    </section>
  );
}
