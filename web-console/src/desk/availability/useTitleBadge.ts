import { useEffect } from 'react';
import { groupsOf, unread } from '../inbox/inbox';
import { useReading } from '../inbox/reading';
import { useInbox } from '../inbox/store';

/** How many of her conversations have something unread, before the title of the browser's tab, on every page. */
export function useTitleBadge(): void {
  const { inbox } = useInbox();
  const readUpTo = useReading();
  const count = groupsOf(inbox).active.filter((item) => unread(item, readUpTo(item.id)) > 0).length;

  useEffect(() => {
    const show = () => {
      const plain = document.title.replace(/^\(\d+\) /, '');
      const wanted = count > 0 ? `(${count}) ${plain}` : plain;
      if (document.title !== wanted) document.title = wanted;
    };
    show();
    const title = document.querySelector('title');
    if (!title) return;
    const observer = new MutationObserver(show);
    observer.observe(title, { childList: true });
    return () => observer.disconnect();
  }, [count]);
}
