import { vi } from 'vitest';
import type { Message } from '../graphql/documents';

type Variables = { input?: Record<string, unknown>; id?: string; before?: string | null; afterSeq?: number };
type Answer = { status?: number; body: unknown };

interface Conversation {
  id: string;
  state: string;
  queuePosition: number | null;
  closedAt: string | null;
  assignee: { name: string } | null;
  rating: { score: number } | null;
  messages: Message[];
}

const NOW = '2026-11-25T10:00:00Z';

/** Speaks the API's part that the widget uses, from memory, and fails when told to. */
export class FakeServer {
  /** Every request as the operation's name and its variables, in the order of arrival. */
  readonly asked: { name: string; variables: Variables; token: string | null }[] = [];
  readonly sockets: FakeSocket[] = [];
  readonly conversations: Conversation[] = [];
  reachable = true;
  socketsOpen = true;
  /** Answers of an operation that come before the usual one, each once. */
  readonly instead = new Map<string, Answer[]>();
  sessions = 0;
  expiresInMs = 30 * 60_000;
  believed = new Set<string>();

  install() {
    vi.stubGlobal('fetch', (url: string, init?: RequestInit) => this.fetch(url, init));
    const server = this;
    vi.stubGlobal(
      'WebSocket',
      class extends FakeSocket {
        constructor() {
          super(server);
        }
      },
    );
  }

  names(): string[] {
    return this.asked.map((request) => request.name);
  }

  insteadOf(operation: string, ...answers: Answer[]) {
    this.instead.set(operation, answers);
  }

  open(state = 'BOT'): Conversation {
    const conversation: Conversation = {
      id: `c${this.conversations.length + 1}`,
      state,
      queuePosition: null,
      closedAt: null,
      assignee: null,
      rating: null,
      messages: [],
    };
    this.conversations.push(conversation);
    return conversation;
  }

  /** Somebody writes; whoever listens hears it. */
  say(conversation: Conversation, text: string, more: Partial<Message> = {}): Message {
    const seq = (conversation.messages.at(-1)?.seq ?? 0) + 1;
    const message: Message = {
      id: `${conversation.id}m${seq}`,
      seq,
      clientMessageId: null,
      sender: 'BOT',
      author: null,
      text,
      sentAt: NOW,
      source: null,
      choices: [],
      helpful: null,
      aiGenerated: false,
      ...more,
    };
    conversation.messages.push(message);
    for (const socket of this.sockets) socket.hear(conversation);
    return message;
  }

  change(conversation: Conversation, change: Partial<Conversation>) {
    Object.assign(conversation, change);
    for (const socket of this.sockets) socket.hear(conversation, true);
  }

  private async fetch(_url: string, init?: RequestInit): Promise<Response> {
    if (!init) return new Response('<meta name="wenda-panel-ticket" content="fresh">', { status: 200 });
    if (!this.reachable) throw new TypeError('no network');
    const { query, variables } = JSON.parse(`${init.body}`) as { query: string; variables: Variables };
    const name = /(?:mutation|query|subscription) (\w+)/.exec(query)?.[1] ?? '';
    const token = new Headers(init.headers).get('authorization');
    this.asked.push({ name, variables, token });
    const { status = 200, body } = this.instead.get(name)?.shift() ?? this.answer(name, variables);
    return new Response(JSON.stringify(body), { status, headers: { date: new Date().toUTCString() } });
  }

  private answer(name: string, variables: Variables): Answer {
    const input = variables.input ?? {};
    switch (name) {
      case 'StartSession':
        return data({ startWidgetSession: this.session(input) });
      case 'Transcript':
        return data({ conversation: this.transcript(`${variables.id}`, variables.before) });
      case 'Send':
        return data({ sendMessage: this.receive(`${input.clientMessageId}`, `${input.text}`) });
      case 'RequestAgent': {
        const conversation = this.conversations.find((it) => it.id === input.conversationId);
        if (conversation) this.change(conversation, { state: 'QUEUED', queuePosition: 1 });
        return data({ requestAgent: { conversation, userErrors: [] } });
      }
      case 'Rate': {
        const conversation = this.conversations.find((it) => it.id === input.conversationId);
        if (conversation) conversation.rating = { score: Number(input.score) };
        return data({ rateConversation: { conversation, userErrors: [] } });
      }
      case 'MessageAgain': {
        const conversation = this.conversations.find((it) => it.id === variables.id);
        const nodes = conversation?.messages.filter((it) => it.seq > Number(variables.afterSeq)).slice(0, 1) ?? [];
        return data({ conversation: { messages: { nodes: structuredClone(nodes) } } });
      }
      case 'RateAnswer': {
        const message = this.conversations.flatMap((it) => it.messages).find((it) => it.id === input.messageId);
        if (message) message.helpful = input.helpful === true;
        return data({ rateAnswer: { message: { ...message }, userErrors: [] } });
      }
      case 'SetTyping':
        return data({ setTyping: { userErrors: [] } });
      default:
        throw new Error(`the fake server knows no ${name}`);
    }
  }

  private session(input: Record<string, unknown>) {
    const n = ++this.sessions;
    const open = this.conversations.find((it) => it.state !== 'CLOSED');
    return {
      accessToken: `token${n}`,
      expiresAt: new Date(Date.now() + this.expiresInMs).toISOString(),
      visitorToken: input.visitorToken ?? `visitor${n}`,
      openConversation: input.identityToken || input.visitorToken ? (open ? { id: open.id } : null) : null,
      userErrors: [],
    };
  }

  private transcript(id: string, before: string | null | undefined) {
    const conversation = this.conversations.find((it) => it.id === id);
    if (!conversation) return null;
    const until = before ? Number(before) : Number.POSITIVE_INFINITY;
    const all = conversation.messages.filter((message) => message.seq < until);
    const nodes = all.slice(-30);
    const pageInfo = { hasPreviousPage: all.length > 30, startCursor: `${nodes[0]?.seq ?? 0}` };
    return { ...conversation, messages: { nodes, pageInfo } };
  }

  private receive(clientMessageId: string, text: string) {
    const repeated = this.conversations.flatMap((it) => it.messages.map((message) => ({ it, message })));
    const known = repeated.find(({ message }) => message.clientMessageId === clientMessageId);
    const conversation = known?.it ?? this.conversations.find((it) => it.state !== 'CLOSED') ?? this.open();
    const message = known?.message ?? this.say(conversation, text, { clientMessageId, sender: 'CONTACT' });
    return { message, conversation, userErrors: [] };
  }
}

export function data(body: unknown): Answer {
  return { body: { data: body } };
}

export function fault(code: string, retryAfterSeconds?: number): Answer {
  return { body: { data: null, errors: [{ message: code, extensions: { code, retryAfterSeconds } }] } };
}

/** One connection, in graphql-transport-ws. */
class FakeSocket {
  static readonly OPEN = 1;
  readyState = 0;
  onopen?: () => void;
  onclose?: (event: { code: number }) => void;
  onmessage?: (event: { data: string }) => void;
  /** What the subscription asked for, once it did. */
  wants: { conversationId: string; afterSeq: number } | undefined;
  token: string | undefined;
  private told = 0;

  constructor(private readonly server: FakeServer) {
    server.sockets.push(this);
    queueMicrotask(() => {
      if (!server.reachable || !server.socketsOpen) return this.cut();
      this.readyState = 1;
      this.onopen?.();
    });
  }

  send(text: string) {
    const said = JSON.parse(text);
    if (said.type === 'connection_init') {
      this.token = said.payload.Authorization;
      this.say({ type: 'connection_ack' });
    }
    if (said.type === 'ping') this.say({ type: 'pong' });
    if (said.type !== 'subscribe') return;
    this.wants = said.payload.variables;
    this.told = said.payload.variables.afterSeq;
    const conversation = this.server.conversations.find((it) => it.id === this.wants?.conversationId);
    if (conversation) this.hear(conversation, true);
    else this.say({ type: 'error', payload: [{ extensions: { code: 'NOT_FOUND' } }] });
  }

  hear(conversation: Conversation, changed = false) {
    if (this.wants?.conversationId !== conversation.id || this.readyState !== 1) return;
    for (const message of conversation.messages.filter((it) => it.seq > this.told)) {
      this.told = message.seq;
      this.update({ __typename: 'Message', ...message });
    }
    if (changed)
      this.update({ __typename: 'ConversationChange', conversation: { ...conversation, messages: undefined } });
  }

  update(conversationUpdates: unknown) {
    this.say({ type: 'next', id: '1', payload: { data: { conversationUpdates } } });
  }

  /** The line drops. */
  cut(code = 1006) {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.onclose?.({ code });
  }

  close() {
    this.readyState = 3;
  }

  private say(message: unknown) {
    if (this.readyState === 1) this.onmessage?.({ data: JSON.stringify(message) });
  }
}
