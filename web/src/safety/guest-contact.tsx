import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from '@tanstack/react-query';
import { failureWords } from '../api/failure-text.ts';
import { Failure } from '../api/failure.tsx';
import { Banner } from '../design/banner.tsx';
import { ButtonLink } from '../design/button.tsx';
import { Card } from '../design/layout.tsx';
import { Skeleton } from '../design/states.tsx';
import { showToast } from '../design/toast.tsx';
import { safetyMutations, safetyQueries } from './safety-queries.ts';
import { WaysList } from './ways-list.tsx';

/** For the city of a guest: how the guest may be reached, and the way to the event card. */
export function GuestContact({ stayId }: { readonly stayId: string }) {
  const { t } = useLingui();
  const { data: contact, error, refetch } = useQuery(safetyQueries.guestContact(stayId));
  const { data: card } = useQuery(safetyQueries.cityCard(stayId));
  const attempt = useMutation({
    ...safetyMutations.attemptOfGuest(stayId),
    onError: (failure) => { showToast({ tone: 'bad', text: failureWords(failure) }); },
    onSuccess: () => { showToast({ text: t`Noted.` }); },
  });
  return (
    <>
      <Card title={<Trans>How to reach this person</Trans>}>
        <div className="grid gap-4">
          {error ? <Failure error={error} onRetry={() => { void refetch(); }} /> : contact ? (
            <>
              {contact.rule?.notDirectly === true && <Banner tone="bad" icon="shield"><Trans>Do not contact directly. Ask the coordinators, who know the go-between.</Trans></Banner>}
              <WaysList contact={contact} isPending={attempt.isPending} onAttempt={(channel, reached) => { attempt.mutate({ version: contact.version, channel, reached }); }} />
            </>
          ) : <Skeleton lines={3} />}
        </div>
      </Card>
      <Card title={<Trans>Publicity</Trans>} actions={<ButtonLink size="sm" to={`/city/stays/${stayId}/card`}><Trans>Event card</Trans></ButtonLink>}>
        {card?.outdated === true
          ? <Banner tone="bad" icon="alert" role="alert"><Trans>The event card you printed is outdated. Throw it away and print the new one.</Trans></Banner>
          : <p className="text-sm text-muted"><Trans>What may be said, what must not, and whether a photo is allowed. Look before every event.</Trans></p>}
      </Card>
    </>
  );
}
