import { Alert } from '@mantine/core';
import { IconEyeCheck } from '@tabler/icons-react';
import { useLanguage, useWords } from '../../language/language';
import { TextLink } from '../../page/TextLink';
import { useMe } from '../../session/me';
import type { Approval } from './fourEyes';
import { words } from './words';

const MOST_NAMES = 5;

/** Why she may not approve this, who may, and what to do where nobody else does. */
export function FourEyesNotice({ approval }: { approval: Approval }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const { may } = useMe();
  if (approval.kind === 'open') return null;
  const names = new Intl.ListFormat(language, { type: 'disjunction' }).format(approval.others.slice(0, MOST_NAMES));
  return (
    <Alert color="yellow" icon={<IconEyeCheck size={18} />} title={t('fourEyes')}>
      {t('fourEyesText')} {approval.others.length > 0 ? t('fourEyesAsk', { names }) : t('fourEyesNobody')}
      {approval.others.length === 0 && may('ADMIN') && (
        <>
          {' '}
          <TextLink to="/members">{t('inviteEditor')}</TextLink>
        </>
      )}
    </Alert>
  );
}
