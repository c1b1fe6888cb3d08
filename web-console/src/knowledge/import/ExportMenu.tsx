import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../language/language';
import { useFaultText } from '../../page/faults';
import { tellFault } from '../../page/tell';
import type { ListSearch } from '../address';
import { exportPath, type Format, saveFile } from './files';
import { words } from './words';

const FORMATS: readonly [Format, string][] = [
  ['xlsx', 'Excel (XLSX)'],
  ['csv', 'CSV'],
  ['md', 'Markdown'],
  ['html', 'HTML'],
  ['docx', 'Word (DOCX)'],
];

/** What the list shows, as a file. */
export function ExportMenu({ search }: { search: ListSearch }) {
  const t = useWords(words);
  const text = useFaultText();
  const [busy, setBusy] = useState(false);

  async function save(format: Format) {
    setBusy(true);
    await saveFile(exportPath(format, search), `knowledge.${format}`).catch((thrown: unknown) =>
      tellFault(text.of(thrown)),
    );
    setBusy(false);
  }

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />} loading={busy}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('exportShown')}</Menu.Label>
        {FORMATS.map(([format, name]) => (
          <Menu.Item key={format} onClick={() => save(format)}>
            {name}
          </Menu.Item>
        ))}
        <Menu.Label>{t('noPdf')}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}
