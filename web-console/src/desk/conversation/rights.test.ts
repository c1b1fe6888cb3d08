import { describe, expect, it } from 'vitest';
import { holdsOneOf } from '../../session/roles';
import type { Role } from '../../transport/graphql';
import { type Rights, rightsOf } from './rights';

const member = { id: 'me' };
const who = (role: Role) => ({ member, may: (...roles: readonly Role[]) => holdsOneOf([role], roles) });
const mine = { id: 'me', name: 'Lin' };
const hers = { id: 'she', name: 'Mei' };
const granted = (rights: Rights) => (Object.keys(rights) as (keyof Rights)[]).filter((name) => rights[name]);

describe('an agent', () => {
  it('does everything to her active conversation but take it', () => {
    const rights = rightsOf({ state: 'ACTIVE', assignee: mine }, who('AGENT'));
    expect(granted(rights)).toEqual(['reply', 'note', 'transfer', 'close', 'wrapUp', 'ticket']);
  });

  it('only notes, ends or reopens while she wraps up', () => {
    expect(granted(rightsOf({ state: 'WRAP_UP', assignee: mine }, who('AGENT')))).toEqual([
      'note',
      'close',
      'reopen',
      'ticket',
    ]);
  });

  it('reads what waits in her groups and what is closed', () => {
    expect(granted(rightsOf({ state: 'QUEUED', assignee: null }, who('AGENT')))).toEqual(['ticket']);
    expect(granted(rightsOf({ state: 'CLOSED', assignee: mine }, who('AGENT')))).toEqual(['ticket']);
  });
});

describe('a supervisor', () => {
  it('takes what waits and what others have', () => {
    expect(rightsOf({ state: 'QUEUED', assignee: null }, who('SUPERVISOR')).take).toBe(true);
    expect(rightsOf({ state: 'ACTIVE', assignee: hers }, who('SUPERVISOR')).take).toBe(true);
    expect(rightsOf({ state: 'ACTIVE', assignee: mine }, who('SUPERVISOR')).take).toBe(false);
  });

  it('sends what the bot has to the queue', () => {
    expect(granted(rightsOf({ state: 'BOT', assignee: null }, who('SUPERVISOR')))).toEqual([
      'reply',
      'note',
      'close',
      'toQueue',
      'ticket',
    ]);
  });
});

describe('an analyst', () => {
  it('only reads', () => {
    expect(granted(rightsOf({ state: 'ACTIVE', assignee: hers }, who('ANALYST')))).toEqual([]);
  });
});
