import { Trans, useLingui } from '@lingui/react/macro';
import type { ErasureCertificate } from '@shelter-city/contract/erasure';
import type { ReactNode } from 'react';
import { Button } from '../design/button.tsx';
import { formatInstant } from '../design/days.ts';
import { Card, DescriptionList, Page, PageHeader } from '../design/layout.tsx';
import { basisWords } from './basis-words.ts';
import { CountedRows } from './counted-rows.tsx';

type Props = {
  readonly certificate: ErasureCertificate;
  /** Where one goes on from here. */
  readonly wayOn: ReactNode;
};

/** The certificate of an erasure, to be printed or saved; it names nobody but who did it. */
export function CertificateSheet({ certificate, wayOn }: Props) {
  const { t, i18n } = useLingui();
  const { id, erasedAt, erasedBy, basis, destroyed, kept, auditRow } = certificate;
  return (
    <Page width="text">
      <PageHeader
        title={t`Certificate of erasure`}
        tabTitle={t`Certificate of erasure`}
        lead={t`Keep it with the request. It names nobody but who did it.`}
        actions={
          <>
            {wayOn}
            <Button
              variant="primary"
              onPress={() => {
                window.print();
              }}
            >
              <Trans>Print</Trans>
            </Button>
          </>
        }
      />
      <Card>
        <DescriptionList
          columns="one"
          facts={[
            { term: t`Number`, value: <span className="font-mono text-sm">{id}</span> },
            { term: t`Erased at`, value: formatInstant(erasedAt) },
            { term: t`By`, value: erasedBy?.displayName ?? t`The daily job` },
            { term: t`Why`, value: i18n._(basisWords[basis]) },
            { term: t`Row of the audit log`, value: auditRow },
          ]}
        />
      </Card>
      <Card title={<Trans>What was destroyed</Trans>}>
        <CountedRows rows={destroyed} fate="destroyed" nothing={<Trans>Nothing was kept of this person.</Trans>} />
      </Card>
      <Card title={<Trans>What stays, without a name</Trans>}>
        <CountedRows
          rows={kept}
          fate="kept"
          nothing={<Trans>No stay took place. The yearly counts stay as they are.</Trans>}
        />
      </Card>
      <Card title={<Trans>What this proves</Trans>}>
        <div className="grid gap-2 text-pretty">
          <p>
            <Trans>
              That the keys and rows above were destroyed at this moment: what was sealed opens for
              nobody any more, from no backup of the data either.
            </Trans>
          </p>
          <p>
            <Trans>
              Row {auditRow} of the audit log says the same. Its rows are chained, and signed anchors
              lie outside the database: an administrator sees under “Audit log” whether it is as it
              was written.
            </Trans>
          </p>
          <p>
            <Trans>
              It doesn’t prove whose data it was: only the request that it is kept with says so.
              Backups of the vault from before can open what was sealed until they are gone, within
              days; what was printed or exported must be destroyed by hand.
            </Trans>
          </p>
        </div>
      </Card>
      <p className="print:hidden">
        <a
          className="text-accent-ink underline"
          download={`erasure-${id.slice(0, 8)}.json`}
          href={`data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(certificate, null, 2))}`}
        >
          <Trans>Save the certificate as a file</Trans>
        </a>
      </p>
    </Page>
  );
}
