import { Anchor, Text } from '@mantine/core';
import { type MouseEvent, type ReactNode, useState } from 'react';
import { useLanguage, useWords } from '../../language/language';
import { useFaultText } from '../../page/faults';
import { tellFault } from '../../page/tell';
import classes from './FileList.module.css';
import { words } from './words';

export type Attached = { id: string; name: string; type: string; size: number; url: string; expiresAt: string };

type Props = {
  files: readonly Attached[];
  /** The same files with addresses of now: on a page that stays open, those it has end. */
  again?: () => Promise<readonly Attached[]>;
  action?: (file: Attached) => ReactNode;
};

/** Files to look at and to keep. */
export function FileList({ files: first, again, action }: Props) {
  const t = useWords(words);
  const faults = useFaultText();
  const { language } = useLanguage();
  const [fresh, setFresh] = useState<{ of: Props['files']; files: Props['files'] } | null>(null);
  const files = fresh?.of === first ? fresh.files : first;
  if (files.length === 0) return null;

  const renewed = async () => {
    const now = (await again?.()) ?? first;
    setFresh({ of: first, files: now });
    return now;
  };
  const keep = async (event: MouseEvent, file: Attached) => {
    if (!again || !isEnding(file)) return;
    event.preventDefault();
    try {
      const now = (await renewed()).find(({ id }) => id === file.id);
      if (now) follow(now);
      else tellFault(t('gone'));
    } catch (thrown) {
      tellFault(faults.of(thrown));
    }
  };
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
          <Anchor
            href={file.url}
            download={file.name}
            size="sm"
            className={classes.file}
            onClick={(event) => void keep(event, file)}
          >
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

/** Her clock may be somewhat wrong. */
const AHEAD = 10 * 60_000;

const isEnding = ({ expiresAt }: Attached) => Date.parse(expiresAt) - Date.now() < AHEAD;

function follow({ url, name }: Attached) {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
