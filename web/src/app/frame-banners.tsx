import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { noteReachable, useReachable } from '../api/reachability.ts';
import { Banner } from '../design/banner.tsx';
import { useSession } from '../session/own-session.ts';

const lookAgainAfter = 5_000;

/** What concerns every page: sample data, and no connection. */
export function FrameBanners() {
  const { t } = useLingui();
  const { sampleData } = useSession();
  return (
    <section aria-label={t`Notices`}>
      {sampleData && (
        <Banner tone="accent" inset={false}>
          <strong className="font-semibold">
            <Trans>Sample data</Trans>
          </strong>
          {' · '}
          <Trans>Every person here is made up.</Trans>
        </Banner>
      )}
      <OfflineBanner />
    </section>
  );
}

function OfflineBanner() {
  const isReachable = useReachable();
  const client = useQueryClient();
  useEffect(() => {
    if (isReachable) return undefined;
    const look = setInterval(() => {
      fetch('/livez', { cache: 'no-store' }).then(
        () => {
          noteReachable(true);
          void client.invalidateQueries();
        },
        () => undefined,
      );
    }, lookAgainAfter);
    return () => {
      clearInterval(look);
    };
  }, [isReachable, client]);
  if (isReachable) return null;
  return (
    <Banner tone="warn" inset={false} icon="alert" role="status">
      <Trans>
        No connection. What you see may be out of date, and nothing can be saved until it is back.
      </Trans>
    </Banner>
  );
}
