import type { Message } from '../graphql/documents';

type File = NonNullable<Message['source']>['attachments'][number];

/** What comes with an answer: pictures to look at, and everything to keep. */
export function Files({ files }: { files: File[] }) {
  if (files.length === 0) return null;
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
