import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { PageRoute } from '../app/page-route.ts';
import { ButtonLink } from '../design/button.tsx';
import { CertificateSheet } from './certificate-sheet.tsx';
import { keepingQueries } from './keeping-queries.ts';

/** One certificate, to be printed. */
export const route: PageRoute = (client) => ({
  loader: async ({ params }) => {
    const certificateId = params['certificateId'] ?? '';
    await client.query({ ...keepingQueries.certificate(certificateId), staleTime: 'static' });
    return null;
  },
  Component: CertificatePage,
});

function CertificatePage() {
  const certificateId = useParams()['certificateId'] ?? '';
  const { data } = useSuspenseQuery(keepingQueries.certificate(certificateId));
  return (
    <CertificateSheet
      certificate={data}
      wayOn={
        <ButtonLink to="/erasures" icon="arrow-left" variant="quiet">
          <Trans>All certificates</Trans>
        </ButtonLink>
      }
    />
  );
}
