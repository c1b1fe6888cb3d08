import { expect, it } from 'vitest';
import { Declined } from '../../transport/failure';
import { approvalOf, isRefusedToWriter } from './fourEyes';

const colleagues = [
  { id: 'lin', name: 'Lin', roles: ['OWNER'] },
  { id: 'mei', name: 'Mei', roles: ['EDITOR'] },
  { id: 'sam', name: 'Sam', roles: ['AGENT'] },
  { id: 'ana', name: 'Ana', roles: ['ADMIN', 'ANALYST'] },
] as const;

it('lets her approve what another wrote', () => {
  expect(approvalOf(false, 'mei', true, colleagues)).toEqual({ kind: 'open' });
});

it('lets her approve her own where nobody asks for four eyes', () => {
  expect(approvalOf(true, 'lin', false, colleagues)).toEqual({ kind: 'open' });
});

it('names those who may where she may not', () => {
  expect(approvalOf(true, 'lin', true, colleagues)).toEqual({ kind: 'own', others: ['Mei', 'Ana'] });
  expect(approvalOf(true, 'lin', true, [])).toEqual({ kind: 'own', others: [] });
});

it('knows the refusal of one who wrote a word in it', () => {
  const refused = (code: string) =>
    isRefusedToWriter(new Declined([{ code, field: ['input', 'version'], message: '' }]));
  expect(refused('NOT_ALLOWED_NOW')).toBe(true);
  expect(refused('CONFLICT')).toBe(false);
  expect(isRefusedToWriter(new Error('x'))).toBe(false);
});
