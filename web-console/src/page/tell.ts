import { notifications } from '@mantine/notifications';

const CLOSE = { 'aria-label': '×' };

/** Says in passing that something is done. */
export function tellDone(message: string): void {
  notifications.show({ message, color: 'teal', withBorder: true, autoClose: 4000, closeButtonProps: CLOSE });
}

/** Says in passing that something did not work. */
export function tellFault(message: string): void {
  notifications.show({ message, color: 'red', withBorder: true, autoClose: 8000, closeButtonProps: CLOSE });
}
