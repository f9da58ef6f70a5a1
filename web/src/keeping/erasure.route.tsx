import { Trans } from '@lingui/react/macro';
import type { ErasureCertificate } from '@shelter-city/contract/erasure';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { failureWords } from '../api/failure-text.ts';
import type { PageRoute } from '../app/page-route.ts';
import { Banner } from '../design/banner.tsx';
import { DefenderFrame } from '../defenders/defender-frame.tsx';
import { defenderQueries } from '../defenders/defender-queries.ts';
import { Button } from '../design/button.tsx';
import { ConfirmTyped } from '../design/confirm-typed.tsx';
import { formatInstant } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { ReasonDialog } from '../design/reason-dialog.tsx';
import { TextLink } from '../design/text-link.tsx';
import { CountedRows } from './counted-rows.tsx';
import { ErasedPage } from './erased-page.tsx';
import { keepingMutations, keepingQueries } from './keeping-queries.ts';

/** What erasing a person destroys and what stays; the erasure itself, and the hold that forbids it. For the cleared. */
export const route: PageRoute = (client) => ({
  loader: async ({ params }) => {
    const code = params['code'] ?? '';
    await Promise.all([
      client.query({ ...defenderQueries.detail(code), staleTime: 'static' }),
      client.query({ ...keepingQueries.erasureOf(code), staleTime: 'static' }),
    ]);
    return null;
  },
  Component: ErasurePage,
});

function ErasurePage() {
  const code = useParams()['code'] ?? '';
  const { data } = useSuspenseQuery(keepingQueries.erasureOf(code));
  const [asked, setAsked] = useState<'erase' | 'hold' | null>(null);
  const [certificate, setCertificate] = useState<ErasureCertificate | null>(null);
  const hold = useMutation(keepingMutations.hold(code));
  const release = useMutation(keepingMutations.release(code));
  const erase = useMutation(keepingMutations.erase(code));
  if (certificate) return <ErasedPage certificate={certificate} />;
  const close = () => {
    setAsked(null);
  };
  return (
    <DefenderFrame code={code}>
      <p className="max-w-prose text-muted">
        <Trans>Erasing a person can’t be undone. Yearly counts stay as they are.</Trans>{' '}
        <TextLink to="/erasures">
          <Trans>Certificates of erasure</Trans>
        </TextLink>
      </p>
      {data.underWay && (
        <Banner tone="warn" icon="info">
          <Trans>A stay isn’t over: nobody is erased while they are on their way or here.</Trans>
        </Banner>
      )}
      {data.hold && (
        <Banner
          tone="warn"
          icon="lock"
          action={
            <Button
              size="sm"
              isPending={release.isPending}
              onPress={() => {
                release.mutate();
              }}
            >
              <Trans>Lift the hold</Trans>
            </Button>
          }
        >
          <Trans>
            Held by {data.hold.by.displayName} since {formatInstant(data.hold.at)}: {data.hold.reason}
          </Trans>
        </Banner>
      )}
      <Card title={<Trans>What is destroyed</Trans>}>
        <CountedRows rows={data.destroyed} fate="destroyed" nothing={<Trans>Nothing is kept of this person.</Trans>} />
      </Card>
      <Card title={<Trans>What stays, without a name</Trans>}>
        <CountedRows
          rows={data.kept}
          fate="kept"
          nothing={<Trans>No stay took place. The yearly counts stay as they are.</Trans>}
        />
      </Card>
      <div className="flex flex-wrap gap-3">
        <Button
          variant="danger"
          isDisabled={data.underWay || data.hold !== null}
          onPress={() => {
            setAsked('erase');
          }}
        >
          <Trans>Erase this person</Trans>
        </Button>
        {!data.hold && (
          <Button
            onPress={() => {
              setAsked('hold');
            }}
          >
            <Trans>Forbid the erasure</Trans>
          </Button>
        )}
      </div>
      <ConfirmTyped
        isOpen={asked === 'erase'}
        onClose={close}
        title={<Trans>Erase this person for good?</Trans>}
        lead={<Trans>The keys are destroyed: nobody can open what was sealed, not from a backup of the data either.</Trans>}
        word={data.defender.codeName}
        action={<Trans>Erase for good</Trans>}
        wordsFor={failureWords}
        onConfirm={async () => {
          setCertificate(await erase.mutateAsync(data.defender.codeName));
        }}
      />
      <ReasonDialog
        isOpen={asked === 'hold'}
        onClose={close}
        title={<Trans>Forbid the erasure</Trans>}
        lead={<Trans>Such as a claim or an inquiry. The daily job obeys it as well.</Trans>}
        action={<Trans>Put the hold</Trans>}
        wordsFor={failureWords}
        onReason={({ note }) => hold.mutateAsync(note)}
      />
    </DefenderFrame>
  );
}
