import { expect, test } from 'vitest';
import { draftOf, inputOf, newSlot, newStep, placeOf } from './draft';

test('of each kind only what it has is sent', () => {
  const draft = {
    ...draftOf(null),
    name: ' where ',
    groupId: 'g',
    examples: 'one\n\n two ',
    slots: [{ ...newSlot(), name: 'day', kind: 'DATE' as const, pattern: 'left over', zh: '哪天？' }],
    steps: [
      { ...newStep('ASK'), slot: 'day', en: 'left over' },
      { ...newStep('ANSWER'), slot: 'left over', en: '{day}' },
    ],
  };

  expect(inputOf(draft)).toEqual({
    name: 'where',
    examples: ['one', 'two'],
    skillGroupId: 'g',
    slots: [{ name: 'day', kind: 'DATE', pattern: null, choices: [], prompt: { zh: '哪天？', en: null } }],
    steps: [
      { kind: 'ASK', slot: 'day', connector: null, text: null },
      { kind: 'ANSWER', slot: null, connector: null, text: { zh: null, en: '{day}' } },
    ],
  });
});

test('an error finds its slot, its step or its field', () => {
  const error = (...field: string[]) => ({ code: 'INVALID', message: '', field }) as const;

  expect(placeOf(error('slots', '1', 'pattern'))).toBe('slots.1');
  expect(placeOf(error('steps'))).toBe('steps');
  expect(placeOf(error('examples', '3'))).toBe('examples');
});
