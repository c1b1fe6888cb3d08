import type { UserError } from '../../transport/failure';
import type { Intent, SlotKind, StepKind } from './documents';

export const SLOT_KINDS: readonly SlotKind[] = ['CODE', 'DATE', 'NUMBER', 'CHOICE'];
export const STEP_KINDS: readonly StepKind[] = ['ASK', 'CALL', 'ANSWER', 'OPEN_TICKET', 'HAND_OVER'];
export const MOST_SLOTS = 10;
export const MOST_STEPS = 20;

/** A row has an identity of its own, so that moving one moves what is typed in it. */
export type SlotDraft = {
  id: number;
  name: string;
  kind: SlotKind;
  pattern: string;
  choices: string;
  zh: string;
  en: string;
};
export type StepDraft = {
  id: number;
  kind: StepKind;
  slot: string | null;
  connector: string | null;
  zh: string;
  en: string;
};

/** An intent as it is typed. */
export type Draft = {
  name: string;
  groupId: string | null;
  enabled: boolean;
  examples: string;
  slots: readonly SlotDraft[];
  steps: readonly StepDraft[];
};

let last = 0;
const nextId = () => ++last;

export const newSlot = (): SlotDraft => ({
  id: nextId(),
  name: '',
  kind: 'CODE',
  pattern: '',
  choices: '',
  zh: '',
  en: '',
});
export const newStep = (kind: StepKind): StepDraft => ({
  id: nextId(),
  kind,
  slot: null,
  connector: null,
  zh: '',
  en: '',
});

export function draftOf(intent: Intent | null): Draft {
  if (!intent) return { name: '', groupId: null, enabled: true, examples: '', slots: [], steps: [] };
  return {
    name: intent.name,
    groupId: intent.skillGroup?.id ?? null,
    enabled: intent.enabled,
    examples: intent.examples.join('\n'),
    slots: intent.slots.map(({ name, kind, pattern, choices, prompt }) => ({
      id: nextId(),
      name,
      kind,
      pattern: pattern ?? '',
      choices: choices.join('\n'),
      zh: prompt.zh ?? '',
      en: prompt.en ?? '',
    })),
    steps: intent.steps.map(({ kind, slot, connector, text }) => ({
      id: nextId(),
      kind,
      slot,
      connector,
      zh: text?.zh ?? '',
      en: text?.en ?? '',
    })),
  };
}

export const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const wordsOf = ({ zh, en }: { zh: string; en: string }) => ({ zh: zh.trim() || null, en: en.trim() || null });

export const says = (kind: StepKind) => kind === 'ANSWER' || kind === 'OPEN_TICKET';

/** What the API takes: of each slot and step only what its kind has. */
export function inputOf(draft: Draft) {
  return {
    name: draft.name.trim(),
    examples: linesOf(draft.examples),
    skillGroupId: draft.groupId ?? '',
    slots: draft.slots.map((slot) => ({
      name: slot.name.trim(),
      kind: slot.kind,
      pattern: slot.kind === 'CODE' ? slot.pattern.trim() : null,
      choices: slot.kind === 'CHOICE' ? linesOf(slot.choices) : [],
      prompt: wordsOf(slot),
    })),
    steps: draft.steps.map((step) => ({
      kind: step.kind,
      slot: step.kind === 'ASK' ? step.slot : null,
      connector: step.kind === 'CALL' ? step.connector : null,
      text: says(step.kind) ? wordsOf(step) : null,
    })),
  };
}

/** Where an error of the API belongs: a slot or a step by its place, else the field of the intent. */
export function placeOf(error: UserError): string {
  const [field = '', place] = error.field ?? [];
  return (field === 'slots' || field === 'steps') && place !== undefined ? `${field}.${place}` : field;
}
