import { Trans, useLingui } from '@lingui/react/macro';
import type { PageRoute } from '../app/page-route.ts';
import { Card, Page, PageHeader } from '../design/layout.tsx';
import { TextLink } from '../design/text-link.tsx';
import { PasskeysCard } from '../passkeys/passkeys-card.tsx';
import { useAccount } from './own-session.ts';
import { OwnSessions } from './own-sessions.tsx';
import { PasswordCard } from './password-card.tsx';
import { Preferences } from './preferences.tsx';

/** One's own settings. */
export const route: PageRoute = () => ({ Component: SettingsPage });

function SettingsPage() {
  const { t } = useLingui();
  const { role } = useAccount();
  return (
    <Page width="text">
      <PageHeader title={t`Settings`} tabTitle={t`Settings`} />
      <Preferences />
      <PasskeysCard />
      <PasswordCard />
      <OwnSessions />
      {(role === 'COORDINATOR' || role === 'CITY_PARTNER') && (
        <Card title={<Trans>What I did</Trans>}>
          <TextLink to="/settings/acts"><Trans>Your own lines of the audit log</Trans></TextLink>
        </Card>
      )}
    </Page>
  );
}
