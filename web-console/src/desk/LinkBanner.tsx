import { useDebouncedValue } from '@mantine/hooks';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useWords } from '../language/language';
import type { LinkState } from '../transport/live';
import classes from './LinkBanner.module.css';
import { words } from './words';

const BLINK = 1_500;

/** Says that what stands below may be stale; a connection that comes back at once is not worth a word. */
export function LinkBanner({ link }: { link: LinkState }) {
  const t = useWords(words);
  const [lasting] = useDebouncedValue(link, BLINK);
  const lost = link !== 'online' && lasting !== 'online';
  return (
    <div role="status">
      {lost && (
        <p className={classes.banner}>
          <IconPlugConnectedX size={16} stroke={1.6} aria-hidden />
          {t('reconnecting')}
        </p>
      )}
    </div>
  );
}
