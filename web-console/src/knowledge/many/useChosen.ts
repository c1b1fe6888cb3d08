import { useState } from 'react';
import type { Choosable } from './acts';

/** Which of the shown entries are ticked; what is not shown any more is not. */
export function useChosen<T extends Choosable>(shown: readonly T[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const chosen = shown.filter(({ id }) => ids.has(id));
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen.map((each) => each.id));
    if (isChosen) next.add(id);
    else next.delete(id);
    setIds(next);
  };
  const chooseAll = (isChosen: boolean) => setIds(new Set(isChosen ? shown.map(({ id }) => id) : []));
  return { chosen, isChosen: (id: string) => ids.has(id), choose, chooseAll };
}
