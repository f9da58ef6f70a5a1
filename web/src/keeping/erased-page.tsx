import { Trans } from '@lingui/react/macro';
import type { ErasureCertificate } from '@shelter-city/contract/erasure';
import { ButtonLink } from '../design/button.tsx';
import { CertificateSheet } from './certificate-sheet.tsx';

/** What is left to see of a person who has just been erased. */
export function ErasedPage({ certificate }: { readonly certificate: ErasureCertificate }) {
  return (
    <CertificateSheet
      certificate={certificate}
      wayOn={
        <ButtonLink to="/defenders">
          <Trans>To the defenders</Trans>
        </ButtonLink>
      }
    />
  );
}
