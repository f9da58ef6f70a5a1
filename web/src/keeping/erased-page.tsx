import { Trans, useLingui } from '@lingui/react/macro';
import type { ErasureCertificate } from '@shelter-city/contract/erasure';
import { ButtonLink } from '../design/button.tsx';
import { formatInstant } from '../design/days.ts';
import { Card, DescriptionList, Page, PageHeader } from '../design/layout.tsx';

/** The certificate of an erasure, to be printed or saved; it names nobody but who did it. */
export function ErasedPage({ certificate }: { readonly certificate: ErasureCertificate }) {
  const { t } = useLingui();
  return (
    <Page width="text">
      <PageHeader
        title={t`Certificate of erasure`}
        tabTitle={t`Certificate of erasure`}
        lead={t`Keep it with the request. It names nobody but who did it.`}
        actions={
          <>
            <a
              className="text-accent-ink underline"
              download={`erasure-${certificate.id.slice(0, 8)}.json`}
              href={`data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(certificate, null, 2))}`}
            >
              <Trans>Save the certificate</Trans>
            </a>
            <ButtonLink to="/defenders">
              <Trans>To the defenders</Trans>
            </ButtonLink>
          </>
        }
      />
      <Card>
        <DescriptionList
          facts={[
            { term: t`Number`, value: certificate.id },
            { term: t`Erased at`, value: formatInstant(certificate.erasedAt) },
            { term: t`By`, value: certificate.erasedBy?.displayName ?? '' },
            { term: t`Row of the audit log`, value: certificate.auditRow },
          ]}
        />
        <p className="mt-4 text-sm text-muted">
          <Trans>Backups of the vault from before can still open what was sealed until they are gone, within days.</Trans>
        </p>
      </Card>
    </Page>
  );
}
