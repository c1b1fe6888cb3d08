import { describe, expect, it } from 'vitest';
import { filterOf, soughtIn } from './sought';
import { MOVES } from './states';

describe('the tickets that are shown', () => {
  it('are the undone ones where nothing is said', () => {
    expect(filterOf(soughtIn({}), 'me')).toEqual({ states: ['OPEN', 'IN_PROGRESS', 'WAITING'] });
  });

  it('are of one state, of all, or hers', () => {
    expect(filterOf(soughtIn({ state: 'CLOSED' }), 'me')).toEqual({ states: ['CLOSED'] });
    expect(filterOf(soughtIn({ state: 'all', whose: 'mine' }), 'me')).toEqual({ assigneeId: 'me' });
  });

  it('are not narrowed by what the address should not say', () => {
    expect(soughtIn({ state: 'LOST', whose: 'hers' })).toEqual({});
  });
});

describe('a ticket', () => {
  it('never moves to the state that it is in', () => {
    expect(Object.entries(MOVES).filter(([from, to]) => to.some((each) => each === from))).toEqual([]);
  });

  it('ends when it is closed', () => {
    expect(MOVES.CLOSED).toEqual([]);
  });
});
