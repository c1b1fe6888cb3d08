import { Button, MultiSelect, Popover, Stack } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../language/language';
import { holdsOneOf } from '../session/roles';
import { type Address, idsOf } from './address';
import { askedChoices } from './documents';
import { words } from './words';

type Name = 'channels' | 'groups' | 'agents';

/** Narrows the whole page to some channels, groups or agents. */
export function Filters({ address, show }: { address: Address; show: (next: Address) => void }) {
  const t = useWords(words);
  const choices = useQuery(askedChoices).data;
  const names: readonly Name[] = ['channels', 'groups', 'agents'];
  const count = names.reduce((sum, name) => sum + idsOf(address[name]).length, 0);
  const data: Record<Name, { value: string; label: string }[]> = {
    channels: options(choices?.channels?.nodes),
    groups: options(choices?.skillGroups?.nodes),
    agents: options(choices?.members?.nodes.filter(({ roles }) => holdsOneOf(roles, ['AGENT']))),
  };
  const narrow = (name: Name, ids: readonly string[]) => {
    const { [name]: _, ...rest } = address;
    show(ids.length > 0 ? { ...rest, [name]: ids.join(',') } : rest);
  };
  return (
    <Popover position="bottom-start" width={300} trapFocus shadow="md">
      <Popover.Target>
        <Button variant={count > 0 ? 'light' : 'default'} leftSection={<IconFilter size={16} />}>
          {count > 0 ? t('filterCount', { count }) : t('filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          {names.map((name) => (
            <MultiSelect
              key={name}
              label={t(name)}
              placeholder={idsOf(address[name]).length > 0 ? '' : t('all')}
              searchable
              clearable
              openOnFocus={false}
              clearButtonProps={{ 'aria-label': t('all') }}
              comboboxProps={{ withinPortal: false }}
              data={data[name]}
              value={idsOf(address[name])}
              onChange={(ids) => narrow(name, ids)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function options(nodes: readonly { id: string; name: string }[] | undefined) {
  return (nodes ?? []).map(({ id, name }) => ({ value: id, label: name }));
}
