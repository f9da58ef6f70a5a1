import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { StatusMark } from '../design/badge.tsx';
import { Page, PageHeader } from '../design/layout.tsx';
import { LinkTabs } from '../design/tabs.tsx';
import { useAccount } from '../session/own-session.ts';
import { defenderQueries } from './defender-queries.ts';
import { applicationStatusMarks, applicationStatusWords } from './defender-words.ts';

/** What every page of one defender has at its top: the code name, where the selection stands, who leads, and the other pages. */
export function DefenderFrame({ code, actions, children }: { readonly code: string; readonly actions?: ReactNode; readonly children: ReactNode }) {
  const { t, i18n } = useLingui();
  const { data: defender } = useSuspenseQuery(defenderQueries.detail(code));
  const { riskCleared } = useAccount();
  const at = `/defenders/${code}`;
  return (
    <Page>
      <PageHeader
        title={defender.codeName}
        tabTitle={t`Defender`}
        marks={<StatusMark {...applicationStatusMarks[defender.selection]}>{i18n._(applicationStatusWords[defender.selection])}</StatusMark>}
        lead={defender.caseLead ? <Trans>Case lead: {defender.caseLead.displayName}</Trans> : <Trans>No case lead yet</Trans>}
        actions={actions}
      />
      <LinkTabs
        label={t`Pages of this defender`}
        links={[
          { to: at, label: t`Overview` },
          { to: `${at}/match`, label: t`Match` },
          { to: `${at}/visa-days`, label: t`Visa days` },
          { to: `${at}/risk`, label: t`Risk` },
          { to: `${at}/safety`, label: t`Contact and publicity` },
          { to: `${at}/disclosure`, label: t`Disclosure` },
          { to: `${at}/history`, label: t`History` },
          ...(riskCleared ? [{ to: `${at}/erasure`, label: t`Erasure` }] : []),
        ]}
      />
      {children}
    </Page>
  );
}
