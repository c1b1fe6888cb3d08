import { Failed, refusal, type WireError } from '../../transport/failure';
import { tokens } from '../../transport/token';

const FILES = '/files';

export type Taken = { id: string; name: string; size: number };

/** Sends a file to import; answers its id. Throws `Failed` with why it was not taken. */
export const sendFile = (file: File) => sent(FILES, file);

/** Sends a file to attach. */
export const sendAttachment = (file: File) => sent(`${FILES}/attachments`, file);

async function sent(path: string, file: File): Promise<Taken> {
  const answer = await ask(`${path}?name=${encodeURIComponent(file.name.slice(0, 200))}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file,
  });
  return (await answer.json()) as Taken;
}

export type Format = 'csv' | 'xlsx' | 'md' | 'html' | 'docx';

/** Where an export of what the filter fits is found. */
export function exportPath(format: Format, filter: Record<string, string>): string {
  const query = new URLSearchParams(filter).toString();
  return `${FILES}/knowledge.${format}${query ? `?${query}` : ''}`;
}

/** Fetches a file and hands it to the browser to keep. */
export async function saveFile(path: string, name: string): Promise<void> {
  const answer = await ask(path, {});
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  const token = tokens.current();
  const answer = await send(path, init, token);
  if (answer.status !== 401 || token === null) return ok(answer);
  const renewed = await tokens.renewed(token);
  return ok(renewed === null ? answer : await send(path, init, renewed));
}

async function send(path: string, init: RequestInit, token: string | null): Promise<Response> {
  const headers = { ...init.headers, ...(token === null ? {} : { Authorization: `Bearer ${token}` }) };
  return fetch(path, { ...init, headers }).catch(() => {
    throw new Failed({ kind: 'unreachable' });
  });
}

async function ok(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  const body = (await answer.json().catch(() => ({}))) as { errors?: WireError[] };
  const error = body.errors?.[0];
  throw new Failed(error ? refusal(error) : { kind: 'refused', code: 'INTERNAL', message: String(answer.status) });
}
