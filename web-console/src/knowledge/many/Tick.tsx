import { Checkbox } from '@mantine/core';
import { useWords } from '../../language/language';
import type { Choosable } from './acts';
import { words } from './words';

type Props = { entry: Choosable; checked: boolean; choose: (id: string, isChosen: boolean) => void };

/** Whether an entry of a list is one of those that something is done to. */
export function Tick({ entry, checked, choose }: Props) {
  const t = useWords(words);
  return (
    <Checkbox
      aria-label={t('select', { question: entry.latest.question })}
      checked={checked}
      onChange={({ currentTarget }) => choose(entry.id, currentTarget.checked)}
    />
  );
}
