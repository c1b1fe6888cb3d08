import { Checkbox, Stack } from '@mantine/core';
import { useWords } from '../language/language';
import { words as pageWords } from '../page/words';
import { useMe } from '../session/me';
import { grantable } from '../session/roles';
import type { Role } from '../transport/graphql';
import { words } from './words';

type Props = {
  label: string;
  description?: string;
  value?: readonly Role[];
  onChange: (roles: Role[]) => void;
  error?: string | undefined;
  /** Left out of the choice. */
  without?: readonly Role[];
};

/** One or more roles, each with what it means; only those that she may give. */
export function RoleChoice({ label, description, value = [], onChange, error, without = [] }: Props) {
  const t = useWords(words);
  const role = useWords(pageWords);
  const { member } = useMe();
  return (
    <Checkbox.Group
      label={label}
      description={description}
      value={[...value]}
      onChange={(roles) => onChange(roles as Role[])}
      error={error}
      withAsterisk
    >
      <Stack gap={10} mt="xs">
        {grantable(member.roles)
          .filter((each) => !without.includes(each))
          .map((each) => (
            <Checkbox key={each} value={each} label={role(each)} description={t(`about${each}`)} />
          ))}
      </Stack>
    </Checkbox.Group>
  );
}
