import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { Declined } from '../transport/failure';
import { errorsAtFields, useFaultText } from './faults';

/** A form's way to the API: busy while it is on its way, faults at their fields, the rest as one sentence. */
export function useSubmit<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  run: (values: Values) => Promise<unknown>,
) {
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const text = useFaultText();

  async function send(values: Values) {
    setBusy(true);
    setFault(null);
    try {
      await run(values);
    } catch (thrown) {
      if (thrown instanceof Declined) {
        const homeless = errorsAtFields(form, thrown, text.ofError);
        setFault(homeless.length > 0 ? homeless.map(text.ofError).join(' ') : null);
      } else {
        setFault(text.of(thrown));
      }
    } finally {
      setBusy(false);
    }
  }

  return { fault, busy, onSubmit: form.onSubmit((values) => void send(values)) };
}
