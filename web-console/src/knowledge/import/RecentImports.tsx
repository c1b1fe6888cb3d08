import { Anchor, Badge, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Section } from '../../page/Section';
import { askedImports, type ImportLine } from './documents';
import classes from './Import.module.css';
import { words } from './words';

const COLOURS = { WAITING: 'gray', RUNNING: 'blue', DONE: 'teal', FAILED: 'red', CANCELLED: 'gray' } as const;

/** What was imported of late, by whomever. */
export function RecentImports({ show }: { show: (id: string) => void }) {
  const t = useWords(words);
  const imports = useQuery(askedImports).data?.knowledgeImports?.nodes ?? [];
  if (imports.length === 0) return null;
  return (
    <Section title={t('recent')}>
      <ul className={classes.recent}>
        {imports.map((each) => (
          <Recent key={each.id} line={each} show={show} />
        ))}
      </ul>
    </Section>
  );
}

function Recent({ line, show }: { line: ImportLine; show: (id: string) => void }) {
  const t = useWords(words);
  const format = useFormat();
  return (
    <li>
      <Anchor component="button" type="button" ta="start" className={classes.name} onClick={() => show(line.id)}>
        {line.fileName}
      </Anchor>
      {line.dryRun && (
        <Text size="sm" c="dimmed">
          {t('dryRun')}
        </Text>
      )}
      <Badge variant="light" color={COLOURS[line.state]} tt="none">
        {t(line.state)}
      </Badge>
      <Text size="sm" c="dimmed">
        {format.ago(line.createdAt)}
        {line.by && ` · ${line.by.name}`}
      </Text>
    </li>
  );
}
