import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

/** One sentence about what went wrong, above or below what it is about. */
export function Fault({ children }: { children: string | null }) {
  if (!children) return null;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} role="alert">
      {children}
    </Alert>
  );
}
