import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../language/language';
import type { Head } from '../conversation/documents';
import { Card } from './Card';
import classes from './ContactCard.module.css';
import { words } from './words';

/** Who she is, as far as she or her company said. */
export function ContactCard({ contact }: { contact: Head['contact'] }) {
  const t = useWords(words);
  const { name, email, phone } = contact;
  const attributes = Object.entries((contact.attributes ?? {}) as Record<string, unknown>);
  const known = name || email || phone || attributes.length > 0;
  return (
    <Card title={t('contact')}>
      {!known && (
        <Text size="sm" c="dimmed">
          {t('anonymous')}
        </Text>
      )}
      <dl className={classes.facts}>
        {name && <Fact name={t('name')}>{name}</Fact>}
        {email && (
          <Fact name={t('email')}>
            <Anchor href={`mailto:${email}`}>{email}</Anchor>
          </Fact>
        )}
        {phone && (
          <Fact name={t('phone')}>
            <Anchor href={`tel:${phone}`}>{phone}</Anchor>
          </Fact>
        )}
        {attributes.map(([key, value]) => (
          <Fact key={key} name={key}>
            {typeof value === 'string' ? value : JSON.stringify(value)}
          </Fact>
        ))}
      </dl>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
