import { useCallback, useState } from 'react';

/** What she began to write; it waits in this browser until it is sent. */
export type Draft = { text: string; internal: boolean };

const EMPTY: Draft = { text: '', internal: false };
const keyOf = (conversationId: string) => `wenda.draft.${conversationId}`;

export function keptDraft(conversationId: string): Draft {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(conversationId)) ?? 'null') as Partial<Draft> | null;
    return { text: kept?.text ?? '', internal: kept?.internal ?? false };
  } catch {
    return EMPTY;
  }
}

export function keepDraft(conversationId: string, draft: Draft): void {
  if (draft.text === '') localStorage.removeItem(keyOf(conversationId));
  else localStorage.setItem(keyOf(conversationId), JSON.stringify(draft));
}

/** The draft of one conversation, for a component that lives as long as the conversation is open. */
export function useDraft(conversationId: string): [Draft, (step: (draft: Draft) => Draft) => void] {
  const [draft, setDraft] = useState(() => keptDraft(conversationId));
  const change = useCallback(
    (step: (draft: Draft) => Draft) =>
      setDraft((before) => {
        const after = step(before);
        keepDraft(conversationId, after);
        return after;
      }),
    [conversationId],
  );
  return [draft, change];
}

/** Puts a text where the cursor stands, as a paragraph of its own where there is text already. */
export function inserted(text: string, at: number, piece: string): { text: string; cursor: number } {
  const before = text.slice(0, at).trimEnd();
  const after = text.slice(at).trimStart();
  const head = before === '' ? piece : `${before}\n\n${piece}`;
  return { text: after === '' ? head : `${head}\n\n${after}`, cursor: head.length };
}
