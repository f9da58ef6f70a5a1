import { Trans, useLingui } from '@lingui/react/macro';
import type { PageRoute } from '../app/page-route.ts';
import { formatInstant } from '../design/days.ts';
import { Card, DescriptionList, Page, PageHeader } from '../design/layout.tsx';
import { PasskeysCard } from '../passkeys/passkeys-card.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { roleWord } from './role-words.ts';
import { useSession } from './own-session.ts';

/** An administrator's home: the own account. An administrator sees no case, and nothing here leads to one. */
export const route: PageRoute = () => ({ Component: AdminHome });

function AdminHome() {
  const { t, i18n } = useLingui();
  const { account, expiresAt } = useSession();
  return (
    <Page width="text">
      <PageHeader
        title={t`My account`}
        tabTitle={t`My account`}
        lead={t`Administrators see no defender, no stay and no risk note.`}
      />
      <Card title={<Trans>Account</Trans>}>
        <DescriptionList
          facts={[
            { term: t`Name`, value: account.displayName },
            { term: t`E-mail`, value: account.email },
            { term: t`Role`, value: i18n._(roleWord(account)) },
            { term: t`Signed in until`, value: formatInstant(expiresAt) },
          ]}
        />
      </Card>
      <PasskeysCard />
      <OwnSessions />
    </Page>
  );
}
