import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../language/language';
import { Dialog } from './Dialog';
import { Fault } from './Fault';
import { useFaultText } from './faults';
import { words } from './words';

type Props = {
  opened: boolean;
  close: () => void;
  title: string;
  children: ReactNode;
  /** What the button says that does it. */
  act: string;
  colour?: string;
  run: () => Promise<unknown>;
};

/** Asks once more before what cannot be undone, or makes more than one thinks. */
export function Confirm({ opened, close, title, children, act, colour = 'red', run }: Props) {
  const t = useWords(words);
  const faults = useFaultText();
  const running = useMutation({ mutationFn: run, onSuccess: close });
  return (
    <Dialog opened={opened} close={close} title={title}>
      <Stack gap="md">
        {running.isError && <Fault>{faults.of(running.error)}</Fault>}
        <Text>{children}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close} data-autofocus>
            {t('cancel')}
          </Button>
          <Button color={colour} loading={running.isPending} onClick={() => running.mutate()}>
            {act}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
