import { Trans, useLingui } from '@lingui/react/macro';
import type { BlockedDaysView, CapacityPeriodView, CapacityView } from '@shelter-city/contract/capacity';
import { useMutation, useQuery } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { lazy, Suspense, useState } from 'react';
import { Failure } from '../api/failure.tsx';
import { failureWords } from '../api/failure-text.ts';
import { Button, IconButton } from '../design/button.tsx';
import { formatMonth } from '../design/days.ts';
import { EmptyState, Skeleton } from '../design/states.tsx';
import { showToast } from '../design/toast.tsx';
import { plusDays } from '../stays/plus-days.ts';
import type { Asking } from './capacity-dialog.tsx';
import { capacityMutations, capacityQueries } from './capacity-queries.ts';
import { PlaceCapacity } from './place-capacity.tsx';
import { quarterStart } from './quarters.ts';
import { YearConfirmation } from './year-confirmation.tsx';

const CapacityDialog = lazy(async () => ({ default: (await import('./capacity-dialog.tsx')).CapacityDialog }));

/** Quarters that one window holds. */
const quartersShown = 6;
const isQuarter = (text: string | null): text is string => text !== null && /^\d{4}-(01|04|07|10)-01$/.test(text);

/** What a city offers, place by place, with what the reader may do: on the coordinators' page of a city and on the partner's own. */
export function CapacitySection({ slug }: { readonly slug: string }) {
  const { t } = useLingui();
  const [asked, setFrom] = useQueryState('from', parseAsString);
  const { data: view, error, refetch, isPlaceholderData } = useQuery(capacityQueries.city(slug, isQuarter(asked) ? asked : null));
  const [asking, setAsking] = useState<Asking | null>(null);
  const lift = useLift();
  if (!view) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={5} className="h-16" />;
  const move = (quarters: number) => void setFrom(quarterStart(view.from, quarters));

  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p aria-live="polite" className="text-muted">
          <Trans>{formatMonth(view.from)} to {formatMonth(plusDays(view.until, -1))}</Trans>
        </p>
        <div className="flex items-center gap-1 print:hidden">
          {isQuarter(asked) && <Button size="sm" variant="quiet" onPress={() => void setFrom(null)}><Trans>Back to today</Trans></Button>}
          <IconButton size="sm" icon="chevron-left" label={t`Earlier`} onPress={() => { move(-quartersShown); }} />
          <IconButton size="sm" icon="chevron-right" label={t`Later`} onPress={() => { move(quartersShown); }} />
        </div>
      </div>
      {view.may.confirm && <YearConfirmation view={view} onSign={(year) => { setAsking({ kind: 'sign-year', year }); }} />}
      {view.places.length === 0 ? (
        <EmptyState icon="house" title={<Trans>No place yet</Trans>}><Trans>Add a place first; then its dates can be offered.</Trans></EmptyState>
      ) : (
        <div className={`grid gap-4 ${isPlaceholderData ? 'opacity-60' : ''}`}>
          {view.places.map((place) => (
            <PlaceCapacity
              key={place.id}
              view={view}
              place={place}
              onEnter={() => { setAsking({ kind: view.may.offer ? 'add' : 'request', place }); }}
              onBlock={() => { setAsking({ kind: 'block', place }); }}
              onLift={lift}
              onAct={(kind, period) => { setAsking({ kind, period }); }}
            />
          ))}
        </div>
      )}
      {asking && (
        <Suspense fallback={null}>
          <CapacityDialog view={view} asking={current(asking, view)} onClose={() => { setAsking(null); }} />
        </Suspense>
      )}
    </div>
  );
}

/** What signing and withdrawing show is the period as it is now, not as it was when the dialog opened. */
function current(asking: Asking, { periods }: CapacityView): Asking {
  if (!('period' in asking) || (asking.kind !== 'sign' && asking.kind !== 'withdraw')) return asking;
  const now: CapacityPeriodView | undefined = periods.find(({ id }) => id === asking.period.id);
  return now ? { ...asking, period: now } : asking;
}

/** Opens closed days again, and closes them as they were on the way back. */
function useLift(): (block: BlockedDaysView) => void {
  const { t } = useLingui();
  const onError = (failure: Error) => { showToast({ tone: 'bad', text: failureWords(failure) }); };
  const close = useMutation({ ...capacityMutations.block(), onError });
  const lift = useMutation({ ...capacityMutations.lift(), onError });
  return ({ id, version, place, from, until, reason, note }) => {
    lift.mutate({ blockId: id, version }, {
      onSuccess: () => {
        showToast({ text: t`Open again.`, undo: () => { close.mutate({ placeId: place.id, body: { from, until, reason, note } }); } });
      },
    });
  };
}
