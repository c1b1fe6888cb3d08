import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from '../../language/language';
import classes from './FileList.module.css';

export type Attached = { id: string; name: string; type: string; size: number; url: string };

/** Files to look at and to keep. */
export function FileList({ files, action }: { files: Attached[]; action?: (file: Attached) => ReactNode }) {
  const { language } = useLanguage();
  if (files.length === 0) return null;
  const weight = (bytes: number) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: bytes < 1e6 ? 'kilobyte' : 'megabyte',
      maximumFractionDigits: 1,
    }).format(bytes / (bytes < 1e6 ? 1e3 : 1e6));
  return (
    <ul className={classes.files}>
      {files.map((file) => (
        <li key={file.id}>
          <Anchor href={file.url} download={file.name} size="sm" className={classes.file}>
            {file.type.startsWith('image/') && <img src={file.url} alt="" loading="lazy" />}
            {file.name}
          </Anchor>
          <Text span size="xs" c="dimmed">
            {weight(file.size)}
          </Text>
          {action?.(file)}
        </li>
      ))}
    </ul>
  );
}
