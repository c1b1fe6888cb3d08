import { expect, it } from 'vitest';
import { approvalOf } from './fourEyes';

const mine = { author: { id: 'lin', name: 'Lin' } };
const colleagues = [
  { id: 'lin', name: 'Lin', roles: ['OWNER'] },
  { id: 'mei', name: 'Mei', roles: ['EDITOR'] },
  { id: 'sam', name: 'Sam', roles: ['AGENT'] },
  { id: 'ana', name: 'Ana', roles: ['ADMIN', 'ANALYST'] },
] as const;

it('lets her approve what another wrote', () => {
  expect(approvalOf(mine, 'mei', true, colleagues)).toEqual({ kind: 'open' });
});

it('lets her approve her own where nobody asks for four eyes', () => {
  expect(approvalOf(mine, 'lin', false, colleagues)).toEqual({ kind: 'open' });
});

it('names those who may where she may not', () => {
  expect(approvalOf(mine, 'lin', true, colleagues)).toEqual({ kind: 'own', others: ['Mei', 'Ana'] });
  expect(approvalOf(mine, 'lin', true, [])).toEqual({ kind: 'own', others: [] });
});
