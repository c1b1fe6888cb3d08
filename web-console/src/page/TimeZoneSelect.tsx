import { Select, type SelectProps } from '@mantine/core';
import { useMemo } from 'react';

/** What the browser thinks is her time zone. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** All time zones that the browser knows, by their IANA names, to be searched. */
export function TimeZoneSelect(props: Omit<SelectProps, 'data'>) {
  const zones = useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone');
    return [...new Set([props.value ?? props.defaultValue ?? ownTimeZone(), ...known, 'UTC'])].toSorted();
  }, [props.value, props.defaultValue]);
  return <Select {...props} data={zones} searchable limit={80} allowDeselect={false} maxDropdownHeight={280} />;
}
