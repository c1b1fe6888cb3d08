import { Badge, Group } from '@mantine/core';
import { useWords } from '../language/language';
import { words } from '../page/words';
import type { Role } from '../transport/graphql';

export function RoleBadges({ roles }: { roles: readonly Role[] }) {
  const t = useWords(words);
  return (
    <Group gap={4}>
      {roles.map((role) => (
        <Badge key={role} variant="light" color={role === 'OWNER' ? 'ink' : 'gray'} radius="sm" tt="none" fw={550}>
          {t(role)}
        </Badge>
      ))}
    </Group>
  );
}
