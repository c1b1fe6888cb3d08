import { Autocomplete, Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../language/language';
import { Fault } from '../../page/Fault';
import { useFaultText } from '../../page/faults';
import { tellDone } from '../../page/tell';
import { useAct } from '../../transport/queries';
import { moveCategory } from '../acts';
import { askedCategoryTree, KNOWLEDGE } from '../documents';
import { words } from './words';

type Props = { from: string; moved: (to: string | null) => void };

/** Renames a category, moves it below another, or makes one of two. */
export function MoveCategory({ from, moved }: Props) {
  const t = useWords(words);
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('moveCategory')}
      </Button>
      {opened && <Moving from={from} moved={moved} close={close} />}
    </>
  );
}

function Moving({ from, moved, close }: Props & { close: () => void }) {
  const t = useWords(words);
  const faultText = useFaultText();
  const paths = useQuery(askedCategoryTree).data?.knowledgeCategoryTree?.map(({ path }) => path) ?? [];
  const act = useAct(moveCategory, KNOWLEDGE);
  const [to, setTo] = useState(from);
  const move = () => {
    const target = to.trim() || null;
    act.mutate(
      { from, to: target },
      {
        onSuccess: ({ moved: count }) => {
          tellDone(t('categoryMoved', { count: count ?? 0 }));
          close();
          moved(target);
        },
      },
    );
  };
  return (
    <Modal opened onClose={close} title={t('moveCategory')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Text size="sm" c="dimmed" mb="md">
        {t('moveCategoryText')}
      </Text>
      <Autocomplete
        label={t('moveCategoryTo')}
        data={paths.filter((path) => path !== from && !path.startsWith(`${from}/`))}
        maxLength={200}
        value={to}
        onChange={setTo}
        mb="md"
        data-autofocus
      />
      <Fault>{act.error ? faultText.of(act.error) : null}</Fault>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button loading={act.isPending} disabled={to.trim() === from} onClick={move}>
          {t('moveCategory')}
        </Button>
      </Group>
    </Modal>
  );
}
