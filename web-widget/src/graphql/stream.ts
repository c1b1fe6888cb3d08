import { API, headers } from './request';
import { type End, endOf, type Transport } from './transport';

/** The server sends at least a comment every 15 seconds. */
const SILENCE = 45_000;
const TO_PROVE = 17_000;

interface Result {
  data?: unknown;
  errors?: { extensions?: { code?: string } }[];
}

/** Server-sent events over POST: the way where WebSockets are blocked. */
export const stream: Transport = (subscription, token, line) => {
  const abort = new AbortController();
  let watch: ReturnType<typeof setTimeout> | undefined;
  let opened = false;
  const within = (time: number) => {
    clearTimeout(watch);
    watch = setTimeout(() => abort.abort('silent'), time);
  };

  const read = async (): Promise<End> => {
    within(SILENCE);
    const response = await fetch(API, {
      method: 'POST',
      headers: headers(token, 'text/event-stream'),
      body: JSON.stringify(subscription),
      signal: abort.signal,
    });
    if (response.status === 401) return 'expired';
    if (!response.ok || !response.body) return 'unopened';
    opened = true;
    line.up();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let text = ''; ; ) {
      within(SILENCE);
      const { value, done } = await reader.read();
      if (done) return 'lost';
      const parts = (text + value.replaceAll('\r', '')).split('\n\n');
      text = parts.pop() ?? '';
      for (const result of parts.flatMap(results)) {
        if (result.errors) return endOf(result.errors);
        line.next(result.data);
      }
    }
  };

  read()
    .catch((): End => (opened ? 'lost' : 'unopened'))
    .then((end) => {
      clearTimeout(watch);
      if (abort.signal.reason === CLOSED) return;
      abort.abort(CLOSED);
      line.down(end);
    });
  return { close: () => abort.abort(CLOSED), probe: () => within(TO_PROVE) };
};

const CLOSED = 'closed';

/** What one block of the stream brings: nothing, where it is a comment or the end. */
function results(block: string): Result[] {
  const lines = block.split('\n');
  const text = lines
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(5).replace(/^ /, ''))
    .join('\n');
  return lines.some((line) => /^event: ?next$/.test(line)) && text ? [JSON.parse(text) as Result] : [];
}
