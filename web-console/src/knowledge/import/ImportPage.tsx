import { Button, FileInput, Group, Stack, Text } from '@mantine/core';
import { IconFileUpload, IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../language/language';
import { BackLink } from '../../page/BackLink';
import { Fault } from '../../page/Fault';
import { useFaultText } from '../../page/faults';
import { Page } from '../../page/Page';
import { Section } from '../../page/Section';
import { failureOf } from '../../transport/failure';
import { queries } from '../../transport/queries';
import { beginImport, IMPORTS, type Policy } from './documents';
import { useFileFault } from './fileFaults';
import { sendFile } from './files';
import { OneImport } from './OneImport';
import { PolicyChoice } from './PolicyChoice';
import { RecentImports } from './RecentImports';
import { words } from './words';

const route = getRouteApi('/shell/knowledge/import');
const ACCEPTED = '.csv,.tsv,.xlsx,.md,.markdown,.txt,.html,.htm,.docx,.pdf';

/** From a file to knowledge: sent, checked, imported. The address keeps where one is. */
export function ImportPage() {
  const t = useWords(words);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [goesOn, setGoesOn] = useState(false);
  const show = (id: string, upload?: string) => {
    setGoesOn(true);
    void navigate({ search: upload === undefined ? { id } : { id, upload } });
  };
  return (
    <Page title={t('title')} lead={t('lead')} above={<BackLink to="/knowledge">{t('backToList')}</BackLink>}>
      {search.id ? (
        <OneImport
          key={search.id}
          id={search.id}
          uploadId={search.upload}
          isNextStep={goesOn}
          show={show}
          another={() => navigate({ search: {} })}
        />
      ) : (
        <Stack gap="xl">
          <Choose begun={show} />
          <RecentImports show={show} />
        </Stack>
      )}
    </Page>
  );
}

function Choose({ begun }: { begun: (id: string, upload: string) => void }) {
  const t = useWords(words);
  const faults = useFaultText();
  const fileFault = useFileFault();
  const [file, setFile] = useState<File | null>(null);
  const [policy, setPolicy] = useState<Policy>('REVISE');
  const check = useMutation({
    mutationFn: async (chosen: File) => {
      const upload = await sendFile(chosen);
      const payload = await beginImport({ uploadId: upload.id, policy, dryRun: true });
      return { id: payload.knowledgeImport?.id, upload: upload.id };
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: IMPORTS }),
  });
  // nobody who has left the page meanwhile is brought back
  const press = (chosen: File) => check.mutate(chosen, { onSuccess: ({ id, upload }) => id && begun(id, upload) });

  function say(thrown: unknown) {
    const failure = failureOf(thrown);
    const isOfFile = failure.kind === 'refused' && failure.code === 'BAD_REQUEST';
    return isOfFile ? fileFault(failure.message, failure.fileFault) : faults.of(thrown);
  }

  return (
    <>
      <Section title={t('columns')} text={t('columnsText')}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('limitsText')}
          </Text>
          <FileInput
            label={t('choose')}
            description={t('chooseHint')}
            leftSection={<IconFileUpload size={16} aria-hidden />}
            placeholder={t('chooseOne')}
            accept={ACCEPTED}
            clearable
            clearButtonProps={{ 'aria-label': t('another') }}
            value={file}
            onChange={(chosen) => {
              setFile(chosen);
              check.reset();
            }}
          />
          <PolicyChoice value={policy} disabled={check.isPending} onChange={setPolicy} />
          <Fault>{check.isError ? say(check.error) : null}</Fault>
          <Group justify="flex-end">
            <Button
              leftSection={<IconUpload size={16} />}
              disabled={file === null}
              loading={check.isPending}
              onClick={() => file && press(file)}
            >
              {t('check')}
            </Button>
          </Group>
        </Stack>
      </Section>
      <Section title={t('documents')}>
        <Text size="sm">{t('documentsText')}</Text>
      </Section>
    </>
  );
}
