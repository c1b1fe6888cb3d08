import { useState } from 'react';
import { useLanguage, useWords } from '../../language/language';
import { useFaultText } from '../../page/faults';
import { tellDone } from '../../page/tell';
import { isDeclined, queries } from '../../transport/queries';
import { act, request } from '../../transport/request';
import { ANSWERING, ChooseWords, type Words, WordsNow } from './documents';
import { words } from './words';

/** Keeps one of the two lists; the other stays as it is at that moment, since the API takes both. */
export function useLists() {
  const t = useWords(words);
  const { language } = useLanguage();
  const text = useFaultText();
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function keep(list: Partial<Pick<Words, 'synonyms' | 'sensitive'>>) {
    setBusy(true);
    setFault(null);
    try {
      const now = (await request(WordsNow, {})).answeringWords;
      await act(ChooseWords, { synonyms: now?.synonyms ?? [], sensitive: now?.sensitive ?? [], ...list });
      await queries.invalidateQueries({ queryKey: ANSWERING });
      tellDone(t('saved'));
    } catch (thrown) {
      setFault(isDeclined(thrown) && language !== 'en' ? t('listRefused') : text.of(thrown));
    } finally {
      setBusy(false);
    }
  }

  return { fault, busy, keep };
}
