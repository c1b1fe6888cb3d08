import { Fieldset, MultiSelect, Select, SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../language/language';
import type { Limits } from '../acts';
import { askedChannelNames } from '../documents';
import { words } from './words';

const KINDS = ['EVERYBODY', 'MEMBERS', 'CHOSEN'] as const;

/** When and to whom the bot may say it. */
export function LimitsFields({ value, onChange }: { value: Limits; onChange: (value: Limits) => void }) {
  const t = useWords(words);
  const channels = useQuery(askedChannelNames).data?.channels?.nodes ?? [];
  const change = (part: Partial<Limits>) => onChange({ ...value, ...part });
  return (
    <Fieldset legend={t('limits')} radius="md" mx={0}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          type="datetime-local"
          label={t('validFrom')}
          value={value.from}
          onChange={({ currentTarget }) => change({ from: currentTarget.value })}
        />
        <TextInput
          type="datetime-local"
          label={t('validUntil')}
          value={value.until}
          {...(value.from && value.until && value.until <= value.from ? { error: t('untilAfterFrom') } : {})}
          onChange={({ currentTarget }) => change({ until: currentTarget.value })}
        />
      </SimpleGrid>
      <Select
        mt="md"
        label={t('audience')}
        description={t('audienceHint')}
        allowDeselect={false}
        data={KINDS.map((kind) => ({ value: kind, label: t(`audience_${kind}`) }))}
        value={value.audience}
        onChange={(kind) => change({ audience: KINDS.find((each) => each === kind) ?? 'EVERYBODY' })}
      />
      {value.audience === 'CHOSEN' && (
        <>
          <MultiSelect
            mt="md"
            label={t('onChannels')}
            description={t('onChannelsHint')}
            data={channels.map(({ id, name }) => ({ value: id, label: name }))}
            value={value.channelIds}
            onChange={(channelIds) => change({ channelIds })}
          />
          <TagsInput
            mt="md"
            label={t('withAttributes')}
            description={t('withAttributesHint')}
            acceptValueOnBlur
            value={value.attributes}
            onChange={(attributes) => change({ attributes })}
          />
        </>
      )}
    </Fieldset>
  );
}
