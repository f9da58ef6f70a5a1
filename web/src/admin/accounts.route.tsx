import { Trans, useLingui } from '@lingui/react/macro';
import type { AccountView } from '@shelter-city/contract/accounts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PageRoute } from '../app/page-route.ts';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { DataTable } from '../design/data-table.tsx';
import type { Column } from '../design/data-table-column.ts';
import { Card, Page, PageHeader } from '../design/layout.tsx';
import { useAccount } from '../session/own-session.ts';
import { roleWord } from '../session/role-words.ts';
import { AccountDialogs, type AccountAct } from './account-dialogs.tsx';
import { AccountMenu } from './account-menu.tsx';
import { stateTones, stateWords } from './account-words.ts';
import { adminQueries } from './admin-queries.ts';

/** Who may come in, and as what. An administrator sees names and roles here, never a case. */
export const route: PageRoute = (client) => ({
  loader: async () => {
    await client.query({ ...adminQueries.accounts(), staleTime: 'static' });
    return null;
  },
  Component: AccountsPage,
});

function AccountsPage() {
  const { t, i18n } = useLingui();
  const { data } = useSuspenseQuery(adminQueries.accounts());
  const me = useAccount();
  const [act, setAct] = useState<AccountAct>();
  const columns: readonly Column<AccountView>[] = [
    {
      id: 'name',
      header: t`Name`,
      names: true,
      sortBy: ({ displayName }) => displayName,
      cell: ({ displayName, email }) => (
        <span className="grid">
          <span className="font-medium">{displayName}</span>
          <EmailAddress of={email} />
        </span>
      ),
    },
    {
      id: 'role',
      header: t`Role`,
      sortBy: (account) => i18n._(roleWord(account)),
      cell: (account) =>
        [i18n._(roleWord(account)), account.city?.name].filter(Boolean).join(' · '),
    },
    {
      id: 'state',
      header: t`State`,
      sortBy: ({ state }) => i18n._(stateWords[state]),
      cell: ({ state, recovery }) => (
        <span className="flex flex-wrap gap-1.5">
          <Badge tone={stateTones[state]}>{i18n._(stateWords[state])}</Badge>
          {recovery && (
            <Badge tone="warn">
              <Trans>Recovery asked</Trans>
            </Badge>
          )}
        </span>
      ),
    },
    {
      id: 'acts',
      header: t`Acts`,
      align: 'end',
      cell: (account) =>
        account.id === me.id ? (
          <span className="text-sm text-muted">
            <Trans>You</Trans>
          </span>
        ) : (
          <AccountMenu account={account} myId={me.id} onAct={setAct} />
        ),
    },
  ];
  return (
    <Page>
      <PageHeader
        title={t`Accounts`}
        tabTitle={t`Accounts`}
        lead={t`Who may come in, and as what. A change ends the person’s sessions; nobody changes their own.`}
        actions={
          <Button
            variant="primary"
            icon="plus"
            onPress={() => {
              setAct({ kind: 'invite' });
            }}
          >
            <Trans>Invite somebody</Trans>
          </Button>
        }
      />
      <Card flush>
        <DataTable
          caption={t`Accounts`}
          columns={columns}
          rows={data.items}
          keyOf={({ id }) => id}
        />
      </Card>
      {act && <AccountDialogs act={act} onAct={setAct} />}
    </Page>
  );
}

/** Where an address is too long for its line, it goes on after the sign. It is in no language (BCP 47 `zxx`), nor to be translated. */
function EmailAddress({ of: email }: { readonly of: string }) {
  const [name, domain] = email.split('@');
  return (
    <span lang="zxx" translate="no" className="text-sm font-normal wrap-anywhere text-muted">
      {name}@<wbr />
      {domain}
    </span>
  );
}
