import { Notifications } from '@mantine/notifications';

/** The corner for passing notices; at the top they would cover the pages' buttons. */
export function Notices() {
  return <Notifications position="bottom-right" limit={4} />;
}
