import type { UseFormReturnType } from '@mantine/form';
import { useLanguage, useWords } from '../language/language';
import { Declined, failureOf, type UserError } from '../transport/failure';
import { words } from './words';

type Known = 'INVALID' | 'NOT_FOUND' | 'CONFLICT' | 'TOO_LONG' | 'NOT_ALLOWED_NOW' | 'LIMIT_REACHED';

/** Says what went wrong in her language: the API's own sentence in English, the meaning of its code otherwise. */
export function useFaultText(): { ofError: (error: UserError) => string; of: (thrown: unknown) => string } {
  const t = useWords(words);
  const { language } = useLanguage();
  const ofError = (error: UserError) =>
    language === 'en' || !(error.code in words.en) ? sentence(error.message) : t(error.code as Known);
  const of = (thrown: unknown) => {
    if (thrown instanceof Declined) return thrown.errors.map(ofError).join(' ');
    const failure = failureOf(thrown);
    if (failure.kind === 'unreachable') return `${t('unreachable')}. ${t('unreachableText')}`;
    if (failure.code === 'RATE_LIMITED') {
      return `${t('limited')}. ${t('limitedText', { seconds: failure.retryAfterSeconds ?? 10 })}`;
    }
    if (failure.code === 'FORBIDDEN') return t('forbiddenPart');
    if (failure.code === 'UNAVAILABLE') return `${t('unavailable')}. ${t('unavailableText')}`;
    return `${t('failed')}${failure.traceId ? ` (${t('trace')} ${failure.traceId})` : ''}`;
  };
  return { ofError, of };
}

/** The API says "must not be empty"; a reader sees "Must not be empty." */
export function sentence(message: string): string {
  const begun = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

/** Puts what the API declined at its fields; returns what belongs to no field of the form. */
export function errorsAtFields<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  thrown: Declined,
  say: (error: UserError) => string,
): readonly UserError[] {
  const fieldOf = (error: UserError) => error.field?.find((name) => name in form.getValues());
  form.setErrors(
    Object.fromEntries(
      thrown.errors.flatMap((error) => {
        const field = fieldOf(error);
        return field === undefined ? [] : [[field, say(error)]];
      }),
    ),
  );
  return thrown.errors.filter((error) => fieldOf(error) === undefined);
}
