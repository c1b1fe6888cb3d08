import { ActionIcon, Button, FileButton, Stack, Text, Title } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useWords } from '../../language/language';
import { useFaultText } from '../../page/faults';
import { tellDone, tellFault } from '../../page/tell';
import { failureOf } from '../../transport/failure';
import { useAct } from '../../transport/queries';
import { attachFile, detachFile } from '../acts';
import { type Entry, KNOWLEDGE, type Version } from '../documents';
import { useFileFault } from '../import/fileFaults';
import { sendAttachment } from '../import/files';
import { FileList } from './FileList';
import { words } from './words';

const ACCEPTED = 'image/png,image/jpeg,image/gif,image/webp,.pdf,.docx,.xlsx,.txt';

/** The files of a version; those of the latest can be changed unless others are looking at it. */
export function Attachments({ entry, shown }: { entry: Entry; shown: Version }) {
  const t = useWords(words);
  const faults = useFaultText();
  const fileFault = useFileFault();
  const { latest } = entry;
  const isOpen = shown.number === latest.number && shown.state !== 'IN_REVIEW' && shown.state !== 'APPROVED';
  const of = (fileId: string) => ({
    entryId: entry.id,
    expectedVersion: latest.number,
    expectedRevision: latest.revision,
    fileId,
  });
  const attach = useAct(async (file: File) => attachFile(of((await sendAttachment(file)).id)), KNOWLEDGE);
  const detach = useAct((fileId: string) => detachFile(of(fileId)), KNOWLEDGE);
  const fail = (thrown: unknown) => {
    const failure = failureOf(thrown);
    const ofFile = failure.kind === 'refused' && failure.code === 'BAD_REQUEST';
    tellFault(ofFile ? `${t('failed')}: ${fileFault(failure.message, failure.fileFault)}` : faults.of(thrown));
  };
  return (
    <Stack gap="xs" mb="lg" component="section" aria-labelledby="files">
      <Title order={2} id="files" fz="md">
        {t('files')}
      </Title>
      {shown.attachments.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      )}
      <FileList
        files={shown.attachments}
        action={(file) =>
          isOpen && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('remove', { name: file.name })}
              loading={detach.isPending && detach.variables === file.id}
              onClick={() => detach.mutate(file.id, { onSuccess: () => tellDone(t('removed')), onError: fail })}
            >
              <IconX size={16} />
            </ActionIcon>
          )
        }
      />
      {isOpen && (
        <>
          <FileButton
            accept={ACCEPTED}
            onChange={(file) =>
              file && attach.mutate(file, { onSuccess: () => tellDone(t('attached')), onError: fail })
            }
          >
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconPaperclip size={16} />} loading={attach.isPending}>
                {t('add')}
              </Button>
            )}
          </FileButton>
          <Text size="xs" c="dimmed">
            {t('hint')}
          </Text>
        </>
      )}
    </Stack>
  );
}
