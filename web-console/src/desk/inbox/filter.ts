import type { EnumOf, VariablesOf } from '../../transport/graphql';
import type { AllConversations } from './documents';

type State = EnumOf<'ConversationState'>;

export const STATES: readonly State[] = ['QUEUED', 'ACTIVE', 'BOT', 'WRAP_UP', 'CLOSED'];

/** What the desk's address carries beside the open conversation. */
export type Sought = {
  list?: 'all';
  state?: State;
  group?: string;
  channel?: string;
  assignee?: string;
};

type Filter = NonNullable<VariablesOf<typeof AllConversations>['filter']>;

/** Takes from an address what is known and leaves the rest. */
export function soughtIn(search: Record<string, unknown>): Sought {
  const text = (name: string) => (typeof search[name] === 'string' ? { [name]: search[name] } : {});
  const state = STATES.find((each) => each === search.state);
  return {
    ...(search.list === 'all' ? { list: 'all' as const } : {}),
    ...(state ? { state } : {}),
    ...text('group'),
    ...text('channel'),
    ...text('assignee'),
  };
}

export function filterOf({ state, group, channel, assignee }: Sought): Filter {
  return {
    ...(state ? { states: [state] } : {}),
    ...(group ? { skillGroupId: group } : {}),
    ...(channel ? { channelId: channel } : {}),
    ...(assignee ? { assigneeId: assignee } : {}),
  };
}

export function isNarrowed(sought: Sought): boolean {
  return Object.keys(filterOf(sought)).length > 0;
}
