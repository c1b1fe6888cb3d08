import { useWords } from '../language/language';
import { words } from './words';

type Contact = { id: string; name: string | null; email: string | null };

/** What a contact is called: her name, her address, or a mark that tells one unknown visitor from another. */
export function useContactName(): (contact: Contact) => string {
  const t = useWords(words);
  return ({ id, name, email }) => name || email || t('visitor', { mark: id.slice(-4).toUpperCase() });
}

type ReasonWord = 'ASKED_FOR' | 'INTENT' | 'NO_ANSWER' | 'BOT_UNAVAILABLE' | 'NO_BOT';

/** Why the bot stepped aside, in her language where the reason is known. */
export function useReason(): (reason: string) => string {
  const t = useWords(words);
  return (reason) => (reason in words.en ? t(reason as ReasonWord) : reason);
}
