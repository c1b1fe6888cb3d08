import type { Limits } from './acts';
import type { Version } from './documents';

/** At any time, for everybody. */
export const UNLIMITED: Limits = { from: '', until: '', audience: 'EVERYBODY', channelIds: [], attributes: [] };

/** A version's limits as a form has them. */
export function limitsOf({ validity, audience }: Pick<Version, 'validity' | 'audience'>): Limits {
  return {
    from: localTime(validity.from),
    until: localTime(validity.until),
    audience: audience.kind,
    channelIds: audience.channels.map(({ id }) => id),
    attributes: audience.attributes.map(({ name, value }) => `${name}=${value}`),
  };
}

/** As the API takes them. */
export function limited({ from, until, audience, channelIds, attributes }: Limits) {
  return {
    validity: { from: moment(from), until: moment(until) },
    audience:
      audience === 'CHOSEN'
        ? { kind: audience, channelIds, attributes: attributes.map(attribute) }
        : { kind: audience },
  };
}

export const isSameLimits = (one: Limits, other: Limits) =>
  JSON.stringify(limited(one)) === JSON.stringify(limited(other));

/** A moment for a field of the browser, in her time; empty for none. */
export function localTime(moment: string | null): string {
  if (!moment) return '';
  const at = new Date(moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The moment in a field of the browser. */
export function moment(local: string): string | null {
  return local ? new Date(local).toISOString() : null;
}

function attribute(written: string) {
  const [name = '', ...value] = written.split('=');
  return { name: name.trim(), value: value.join('=').trim() };
}
