import { useEffect } from 'preact/hooks';
import type { Message } from '../graphql/documents';
import { useSurroundings } from './context';

const MINUTE = 60_000;

/** What comes with an answer: pictures to look at, and everything to keep, for as long as the panel is open. */
export function Files({ message }: { message: Message }) {
  const { chat } = useSurroundings();
  const files = message.source?.attachments ?? [];
  const isEmpty = files.length === 0;
  useEffect(() => {
    if (isEmpty) return;
    const timer = setInterval(() => chat.renew(message), MINUTE);
    return () => clearInterval(timer);
  }, [chat, message, isEmpty]);
  if (isEmpty) return null;
  return (
    <ul class="files">
      {files.map((file) => (
        <li key={file.id}>
          <a href={file.url} download={file.name} referrerpolicy="no-referrer">
            {file.type.startsWith('image/') && <img src={file.url} alt="" loading="lazy" />}
            <span dir="auto">{file.name}</span> <small>{weight(file.size)}</small>
          </a>
        </li>
      ))}
    </ul>
  );
}

function weight(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
