/** An event of a stream; a comment, which only says that the line lives, has the name `comment`. */
export type StreamEvent = { name: string; data: string };

/** The events of a `text/event-stream`, as they arrive. */
export async function* eventsOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + decoder.decode(value, { stream: true })).replaceAll('\r', '').split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) yield parsed(block);
  }
}

function parsed(block: string): StreamEvent {
  const values = (field: string) =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${field}:`))
      .map((line) => line.slice(field.length + 1).replace(/^ /, ''));
  return {
    name: values('event')[0] ?? (block.startsWith(':') ? 'comment' : 'message'),
    data: values('data').join('\n'),
  };
}
