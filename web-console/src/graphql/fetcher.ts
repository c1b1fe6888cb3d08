import type { WireError } from '../transport/failure';
import { openSocket } from '../transport/lines';
import { ENDPOINT } from '../transport/request';
import { tokens } from '../transport/token';

type Asked = { query: string; operationName?: string | null; variables?: unknown };
type Answer = { data?: unknown; errors?: readonly WireError[] };

/** What she typed, sent as the member who sits here: answers as they come, subscriptions event by event. */
export function fetcher(typed: Asked): Promise<Answer> | AsyncIterable<Answer> {
  const [, kind, name] = chosen(typed) ?? [];
  const asked = { ...typed, operationName: name || null };
  return kind === 'subscription' ? watch(asked) : send(asked);
}

/**
 * The operation that shall run: its kind and name; strings and comments do not count. For a moment after a change of tabs
 * GraphiQL says the name that the tab before had: one that the text does not have is none.
 */
export function chosen({ query, operationName }: Asked): RegExpExecArray | undefined {
  const bare = query.replace(/#.*|"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"/g, '');
  const operations = [...bare.matchAll(/\b(query|mutation|subscription)\b\s*(\w*)[^{]*\{/g)];
  return operations.find(([, , name]) => name === operationName) ?? operations[0];
}

async function send(asked: Asked): Promise<Answer> {
  const token = tokens.current();
  const response = await post(asked, token);
  const renewed = response.status === 401 && token !== null ? await tokens.renewed(token) : null;
  return (renewed === null ? response : await post(asked, renewed)).json();
}

function post(asked: Asked, token: string | null): Promise<Response> {
  return fetch(ENDPOINT, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token === null ? {} : { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify(asked),
  });
}

/** Ends with the line; to start again is hers. */
async function* watch({ query, operationName = null, variables }: Asked): AsyncGenerator<Answer> {
  const waiting: Answer[] = [];
  let over = false;
  let wake = () => {};
  const put = (answer: Answer | null) => {
    if (answer) waiting.push(answer);
    else over = true;
    wake();
  };
  const line = openSocket(
    { query, operationName, variables },
    {
      up: () => {},
      next: (data) => put({ data }),
      down: (why) => {
        if (why.kind === 'refused' && why.failure.kind === 'refused') {
          const { code, message } = why.failure;
          put({ errors: [{ message, extensions: { code } }] });
        }
        put(null);
      },
    },
  );
  try {
    for (;;) {
      const answer = waiting.shift();
      if (answer) yield answer;
      else if (over) return;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    line.close();
  }
}
