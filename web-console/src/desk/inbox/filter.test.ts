import { describe, expect, it } from 'vitest';
import { filterOf, isNarrowed, soughtIn } from './filter';

describe('the filter in the address', () => {
  it('is taken where it is known', () => {
    const sought = soughtIn({ list: 'all', state: 'QUEUED', group: 'g', other: 'x' });
    expect(sought).toEqual({ list: 'all', state: 'QUEUED', group: 'g' });
    expect(filterOf(sought)).toEqual({ states: ['QUEUED'], skillGroupId: 'g' });
  });

  it('is left where it is not', () => {
    expect(soughtIn({ list: 'none', state: 'LOST', channel: 7 })).toEqual({});
  });

  it('narrows only where something is chosen', () => {
    expect(isNarrowed({ list: 'all' })).toBe(false);
    expect(isNarrowed({ assignee: 'm' })).toBe(true);
  });
});
