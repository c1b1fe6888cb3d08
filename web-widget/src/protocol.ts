/**
 * What the loader in the customer's page and the panel in its frame say to each other, over a MessagePort
 * that only the two hold. The page learns of nothing but what stands here.
 */

export type Theme = 'light' | 'dark' | 'auto';

/** Goes with the port, once for each document that the frame shows. */
export interface Hello {
  open: boolean;
  locale: string;
  theme: Theme;
  accent: string;
  /** What the panel asked to keep, where it has no storage of its own. */
  kept: string | null;
  identity: string | null;
  /** Who she was is to be forgotten first. */
  forget: boolean;
}

export type ToPanel = ['open'] | ['close'] | ['reset'] | ['identify', string] | ['locale', string] | ['theme', Theme];

/** Events that a page can listen to, and what they carry. */
export interface Events {
  /** The panel is there. */
  ready: undefined;
  opened: undefined;
  closed: undefined;
  /** How many messages she has not seen. */
  unread: number;
  /** The company's word about who she is was believed. */
  identified: undefined;
  /** What was asked of the widget was refused, and why. */
  refused: string;
}

export type Event = { [Name in keyof Events]: [Name, Events[Name]] }[keyof Events];

export type ToLoader =
  | ['ready']
  /** The frame's title and what the button says while it is open, in the panel's language. */
  | ['words', title: string, toClose: string]
  | ['close']
  | ['unread', number]
  /** A word to be kept in the page's storage: what the panel has none for, or whether to come back on idle. */
  | ['keep', string | null]
  | ['event', Event];

/** Kept while a conversation is open: the frame is made on idle, so that answers are noticed. */
export const COME_BACK = '1';
/** Kept when there was a visitor, and nothing is to be waited for. */
export const WAS_HERE = '0';
