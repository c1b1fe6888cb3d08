import { graphql, type ResultOf } from '../transport/graphql';
import { asked } from '../transport/queries';

const FirstSteps = graphql(`
  query FirstSteps {
    channels(first: 20) {
      nodes {
        id
        type
        enabled
        publicKey
        allowedOrigins
      }
    }
    knowledgeEntries(first: 1, filter: { state: PUBLISHED }) {
      nodes {
        id
      }
    }
    conversations(first: 1) {
      nodes {
        id
      }
    }
    members(first: 2) {
      nodes {
        id
      }
    }
  }
`);

export type Progress = ResultOf<typeof FirstSteps>;
export type StepName = 'channel' | 'tag' | 'answer' | 'bot' | 'invite';
export type Step = { name: StepName; done: boolean };

export const START = ['start'] as const;
export const askedSteps = asked(START, FirstSteps, {});

/** The web channel that the steps are about: one that pages may show already, else the first. */
export function webChannel(progress: Progress) {
  const channels = progress.channels?.nodes.filter((each) => each.type === 'WEB' && each.enabled) ?? [];
  return channels.find((each) => each.allowedOrigins.length > 0) ?? channels[0] ?? null;
}

/** Each step is done when the company's own data say so; only having asked the bot leaves no trace there. */
export function stepsOf(progress: Progress, botAsked: boolean): readonly Step[] {
  const some = (list: { nodes: readonly unknown[] } | null, atLeast = 1) => (list?.nodes.length ?? 0) >= atLeast;
  return [
    { name: 'channel', done: (webChannel(progress)?.allowedOrigins.length ?? 0) > 0 },
    { name: 'tag', done: some(progress.conversations) },
    { name: 'answer', done: some(progress.knowledgeEntries) },
    { name: 'bot', done: botAsked || some(progress.conversations) },
    { name: 'invite', done: some(progress.members, 2) },
  ];
}

const ASKED = 'wenda.bot-asked.';

export function wasBotAsked(companyId: string): boolean {
  return localStorage.getItem(ASKED + companyId) !== null;
}

export function noteBotAsked(companyId: string): void {
  localStorage.setItem(ASKED + companyId, '1');
}

export function isDone(progress: Progress, companyId: string): boolean {
  return stepsOf(progress, wasBotAsked(companyId)).every((step) => step.done);
}
