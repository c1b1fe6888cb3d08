import { Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../language/language';
import {
  type Address,
  choiceOf,
  GROUPS,
  type Group as Grouping,
  groupOf,
  lengthOf,
  MOST_DAYS,
  MOST_DAYS_BY_HOUR,
} from './address';
import { Filters } from './Filters';
import type { Period } from './period';
import { words } from './words';
import { daysBetween } from './zone';

type Props = { address: Address; period: Period; show: (next: Address) => void };

const CUSTOM = 'custom';

/** Which days, broken down by what, of which part of the company. */
export function Toolbar({ address, period, show }: Props) {
  const t = useWords(words);
  const choice = choiceOf(address);
  const [isCustom, setCustom] = useState(!('preset' in choice));
  const { period: _, from: __, to: ___, ...others } = address;

  function choose(next: string) {
    setCustom(next === CUSTOM);
    if (next === 'today' || next === '7d' || next === '30d') show({ ...others, period: next });
    else show({ ...others, from: period.first, to: period.last });
  }

  return (
    <Group gap="xs" mb="lg" align="flex-end">
      <SegmentedControl
        aria-label={t('period')}
        value={isCustom || !('preset' in choice) ? CUSTOM : choice.preset}
        onChange={choose}
        data={[
          { value: 'today', label: t('today') },
          { value: '7d', label: t('days7') },
          { value: '30d', label: t('days30') },
          { value: CUSTOM, label: t('custom') },
        ]}
      />
      {!('preset' in choice) && (
        <Days first={choice.first} last={choice.last} show={(from, to) => show({ ...others, from, to })} />
      )}
      <Select
        w={170}
        aria-label={t('by')}
        allowDeselect={false}
        data={GROUPS.map((group) => ({
          value: group,
          label: t(`by_${group}`),
          disabled: group === 'HOUR' && lengthOf(choice) > MOST_DAYS_BY_HOUR,
        }))}
        value={groupOf(address)}
        onChange={(by) => show({ ...address, by: by as Grouping })}
      />
      <Filters address={address} show={show} />
    </Group>
  );
}

/** Two days, shown as soon as they make sense. */
function Days({ first, last, show }: { first: string; last: string; show: (from: string, to: string) => void }) {
  const t = useWords(words);
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(last);
  const days = daysBetween(from, to);
  const isWrong = Number.isNaN(days) || days < 0 || days >= MOST_DAYS;
  const take = (nextFrom: string, nextTo: string) => {
    setFrom(nextFrom);
    setTo(nextTo);
    const length = daysBetween(nextFrom, nextTo);
    if (length >= 0 && length < MOST_DAYS) show(nextFrom, nextTo);
  };
  return (
    <>
      <TextInput
        type="date"
        aria-label={t('from')}
        value={from}
        onChange={({ currentTarget }) => take(currentTarget.value, to)}
        error={isWrong}
      />
      <TextInput
        type="date"
        aria-label={t('to')}
        value={to}
        onChange={({ currentTarget }) => take(from, currentTarget.value)}
        error={isWrong && t('wrongDays')}
      />
    </>
  );
}
