import { CloseButton, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useWords } from '../../language/language';
import { useMe } from '../../session/me';
import type { ListSearch } from '../address';
import { ATTENTIONS } from '../attentions';
import { askedCategoryTree } from '../documents';
import { STATES, type VersionState } from '../states';
import { MoveCategory } from './MoveCategory';
import { words } from './words';

const PAUSE = 250;

/** What narrows the list; it is kept in the address. */
export function EntryFilters({ search, show }: { search: ListSearch; show: (next: ListSearch) => void }) {
  const t = useWords(words);
  const isEditor = useMe().may('EDITOR');
  const filed = useQuery(askedCategoryTree).data;
  const categories = filed?.knowledgeCategoryTree ?? [];
  const tags = filed?.knowledgeTags ?? [];
  const isGone = search.category !== undefined && !categories.some(({ path }) => path === search.category);
  const [typed, setTyped] = useState(search.text ?? '');
  const { text: _, ...others } = search;
  const find = useDebouncedCallback((text: string) => show(text.trim() ? { ...others, text } : others), PAUSE);

  // cleared from outside, or another address
  useEffect(() => setTyped(search.text ?? ''), [search.text]);

  const narrow = (name: 'state' | 'category' | 'tag' | 'attention', value: string | null) => {
    const { [name]: _, ...rest } = search;
    show(value === null ? rest : { ...rest, [name]: value as VersionState });
  };

  return (
    <Group gap="xs" mb="md" role="search">
      <TextInput
        flex="3 1 220px"
        aria-label={t('search')}
        placeholder={t('searchHint')}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          typed && (
            <CloseButton
              size="sm"
              aria-label={t('clearSearch')}
              onClick={() => {
                setTyped('');
                show(others);
              }}
            />
          )
        }
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          find(currentTarget.value);
        }}
      />
      {isEditor && (
        <Select
          flex="1 1 140px"
          aria-label={t('state')}
          placeholder={t('anyState')}
          clearable
          clearButtonProps={{ 'aria-label': t('anyState') }}
          data={STATES.map((state) => ({ value: state, label: t(state) }))}
          value={search.state ?? null}
          onChange={(state) => narrow('state', state)}
        />
      )}
      {isEditor && (
        <Select
          flex="1 1 150px"
          aria-label={t('attention')}
          placeholder={t('attention')}
          clearable
          clearButtonProps={{ 'aria-label': t('anyAttention') }}
          data={ATTENTIONS.map((attention) => ({ value: attention, label: t(attention) }))}
          value={search.attention ?? null}
          onChange={(attention) => narrow('attention', attention)}
        />
      )}
      <Select
        flex="1 1 150px"
        aria-label={t('category')}
        placeholder={t('anyCategory')}
        clearable
        clearButtonProps={{ 'aria-label': t('anyCategory') }}
        searchable
        nothingFoundMessage={t('noCategory')}
        data={[
          ...categories.map(({ path, name, depth, total }) => ({
            value: path,
            label: `${'\u2003'.repeat(depth - 1)}${name} (${total})`,
          })),
          ...(isGone && search.category ? [{ value: search.category, label: search.category }] : []),
        ]}
        value={search.category ?? null}
        onChange={(category) => narrow('category', category)}
      />
      <Select
        flex="1 1 140px"
        aria-label={t('tag')}
        placeholder={t('anyTag')}
        clearable
        clearButtonProps={{ 'aria-label': t('anyTag') }}
        searchable
        nothingFoundMessage={t('noTag')}
        data={tags.map(({ name, entries }) => ({ value: name, label: `${name} (${entries})` }))}
        value={search.tag ?? null}
        onChange={(tag) => narrow('tag', tag)}
      />
      {isEditor && search.category && (
        <MoveCategory from={search.category} moved={(category) => narrow('category', category)} />
      )}
    </Group>
  );
}
