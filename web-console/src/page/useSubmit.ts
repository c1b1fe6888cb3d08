import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useLanguage } from '../language/language';
import { Declined, type UserError } from '../transport/failure';
import { errorsAtFields, useFaultText } from './faults';

/**
 * A form's way to the API: busy while it is on its way, faults at their fields, the rest as one sentence. `rules` says in
 * her language what the API demands of a field, or why not now; its own sentences are English.
 */
export function useSubmit<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  run: (values: Values) => Promise<unknown>,
  rules: Partial<Record<keyof Values | 'NOT_ALLOWED_NOW', string>> = {},
) {
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const text = useFaultText();
  const { language } = useLanguage();

  function say(error: UserError): string {
    if (language === 'en') return text.ofError(error);
    if (error.code === 'NOT_ALLOWED_NOW') return rules.NOT_ALLOWED_NOW ?? text.ofError(error);
    const rule = error.code === 'INVALID' && error.field?.map((name) => rules[name]).find(Boolean);
    return rule || text.ofError(error);
  }

  async function send(values: Values) {
    setBusy(true);
    setFault(null);
    try {
      await run(values);
    } catch (thrown) {
      if (thrown instanceof Declined) {
        const homeless = errorsAtFields(form, thrown, say);
        setFault(homeless.length > 0 ? homeless.map(say).join(' ') : null);
      } else {
        setFault(text.of(thrown));
      }
    } finally {
      setBusy(false);
    }
  }

  return { fault, busy, onSubmit: form.onSubmit((values) => void send(values)) };
}
