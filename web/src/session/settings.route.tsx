import { useLingui } from '@lingui/react/macro';
import type { PageRoute } from '../app/page-route.ts';
import { Page, PageHeader } from '../design/layout.tsx';
import { PasskeysCard } from '../passkeys/passkeys-card.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { PasswordCard } from './password-card.tsx';
import { Preferences } from './preferences.tsx';

/** One's own settings. */
export const route: PageRoute = () => ({ Component: SettingsPage });

function SettingsPage() {
  const { t } = useLingui();
  return (
    <Page width="text">
      <PageHeader title={t`Settings`} tabTitle={t`Settings`} />
      <Preferences />
      <PasskeysCard />
      <PasswordCard />
      <OwnSessions />
    </Page>
  );
}
