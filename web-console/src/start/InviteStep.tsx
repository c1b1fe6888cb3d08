import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useWords } from '../language/language';
import { InviteDialog } from '../members/InviteDialog';
import { words } from './words';

export function InviteStep() {
  const t = useWords(words);
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button onClick={dialog.open}>{t('inviteAct')}</Button>
      <InviteDialog opened={opened} close={dialog.close} />
    </>
  );
}
