import { useNavigate, useParams } from '@tanstack/react-router';
import { useShortcuts } from '../shortcuts/shortcuts';

/** Through the list by key, one conversation down or up, as far as it goes. */
export function useWalk(ids: readonly string[]): void {
  const { conversationId } = useParams({ strict: false });
  const navigate = useNavigate();
  const at = conversationId === undefined ? -1 : ids.indexOf(conversationId);

  function go(index: number) {
    const id = ids[Math.max(0, Math.min(index, ids.length - 1))];
    if (id === undefined) return;
    void navigate({ to: '/desk/$conversationId', params: { conversationId: id }, search: true });
    document.querySelector(`[data-conversation="${id}"]`)?.scrollIntoView({ block: 'nearest' });
  }

  useShortcuts({ next: () => go(at + 1), previous: () => go(at - 1) });
}
