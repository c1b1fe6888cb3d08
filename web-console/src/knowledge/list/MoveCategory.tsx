import { Autocomplete, Button, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../language/language';
import { Dialog, DialogForm } from '../../page/Dialog';
import { tellDone } from '../../page/tell';
import { useSubmit } from '../../page/useSubmit';
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
  const paths = useQuery(askedCategoryTree).data?.knowledgeCategoryTree?.map(({ path }) => path) ?? [];
  const move = useAct(moveCategory, KNOWLEDGE);
  const form = useForm({ initialValues: { to: from } });
  const { fault, busy, onSubmit } = useSubmit(form, async ({ to }) => {
    const target = to.trim() || null;
    const { moved: count } = await move.mutateAsync({ from, to: target });
    tellDone(t('categoryMoved', { count: count ?? 0 }));
    close();
    moved(target);
  });
  return (
    <Dialog opened close={close} title={t('moveCategory')}>
      <DialogForm
        onSubmit={onSubmit}
        fault={fault}
        busy={busy}
        submit={t('moveCategory')}
        disabled={form.values.to.trim() === from}
        close={close}
      >
        <Text size="sm" c="dimmed">
          {t('moveCategoryText')}
        </Text>
        <Autocomplete
          label={t('moveCategoryTo')}
          data={paths.filter((path) => path !== from && !path.startsWith(`${from}/`))}
          maxLength={200}
          data-autofocus
          {...form.getInputProps('to')}
        />
      </DialogForm>
    </Dialog>
  );
}
