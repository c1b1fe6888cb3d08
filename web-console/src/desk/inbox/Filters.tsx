import { Button, Select, SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../language/language';
import { askedPeople } from '../people';
import { words as deskWords } from '../words';
import { isNarrowed, type Sought, STATES } from './filter';
import { words } from './words';

type Props = { sought: Sought; change: (sought: Sought) => void };

/** Which conversations the list shows. */
export function Filters({ sought, change }: Props) {
  const t = useWords(words);
  const d = useWords(deskWords);
  const { data } = useQuery(askedPeople);
  const named = (nodes: readonly { id: string; name: string }[] | undefined) =>
    (nodes ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const choose = (name: 'state' | 'group' | 'channel' | 'assignee') => (value: string | null) => {
    const { [name]: _, ...others } = sought;
    change(value === null ? others : { ...others, [name]: value });
  };
  const common = { size: 'xs', clearable: true, searchable: true, comboboxProps: { width: 'max-content' } } as const;

  return (
    <form aria-label={t('filters')} onSubmit={(event) => event.preventDefault()}>
      <SimpleGrid cols={2} spacing={6} p={12} pb={8}>
        <Select
          {...common}
          aria-label={t('states')}
          placeholder={t('anyState')}
          data={STATES.map((state) => ({ value: state, label: d(state) }))}
          value={sought.state ?? null}
          onChange={choose('state')}
        />
        <Select
          {...common}
          aria-label={t('assignee')}
          placeholder={t('anyAssignee')}
          data={named(data?.members?.nodes)}
          value={sought.assignee ?? null}
          onChange={choose('assignee')}
        />
        <Select
          {...common}
          aria-label={t('group')}
          placeholder={t('anyGroup')}
          data={named(data?.skillGroups?.nodes)}
          value={sought.group ?? null}
          onChange={choose('group')}
        />
        <Select
          {...common}
          aria-label={t('channel')}
          placeholder={t('anyChannel')}
          data={named(data?.channels?.nodes)}
          value={sought.channel ?? null}
          onChange={choose('channel')}
        />
      </SimpleGrid>
      {isNarrowed(sought) && (
        <Button variant="subtle" size="compact-xs" ml={12} onClick={() => change({})}>
          {t('clear')}
        </Button>
      )}
    </form>
  );
}
