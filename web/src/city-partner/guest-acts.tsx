import { Trans, useLingui } from '@lingui/react/macro';
import type { GuestCard } from '@shelter-city/contract/city-home';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../design/button.tsx';
import { nightsBetween } from '../design/days.ts';
import { showToast } from '../design/toast.tsx';
import { DayDialog } from '../stays/day-dialog.tsx';
import { cityHomeQueries, sendAnswer } from './city-home-queries.ts';

/** Days before the departure from which its button stands out; a guest can leave earlier. */
const soon = 14;

/** Arrived, left: recorded by the city with the day on which it was so. */
export function GuestActs({ guest, asOf }: { readonly guest: GuestCard; readonly asOf: string }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [asking, setAsking] = useState<'arrive' | 'depart' | null>(null);
  const { id, version, codeName, arrivesOn, departsOn, actualArrivesOn, returnReviewed, may } = guest;
  const renew = () => void client.invalidateQueries({ queryKey: cityHomeQueries.all() });
  const close = () => { setAsking(null); };
  if (may.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {may.includes('arrive') && <Button icon="check" aria-label={t`Arrived: ${codeName}`} onPress={() => { setAsking('arrive'); }}><Trans>Arrived…</Trans></Button>}
      {may.includes('depart') && <Button icon="arrow-right" variant={nightsBetween(asOf, departsOn) > soon ? 'quiet' : 'secondary'} aria-label={t`Departed: ${codeName}`} onPress={() => { setAsking('depart'); }}><Trans>Departed…</Trans></Button>}
      {asking === 'arrive' && (
        <DayDialog
          title={<Trans>{codeName} has arrived</Trans>}
          lead={<Trans>Visa days count from this day.</Trans>}
          label={t`Day of arrival`}
          start={arrivesOn < asOf ? arrivesOn : asOf}
          max={asOf}
          action={<Trans>Record the arrival</Trans>}
          onAnswer={({ on }) => sendAnswer('arrive', id, { version, on }).then(() => { showToast({ text: t`Arrival recorded.` }); }).finally(renew)}
          onClose={close}
        />
      )}
      {asking === 'depart' && (
        <DayDialog
          title={<Trans>{codeName} has left</Trans>}
          label={t`Day of departure`}
          start={departsOn < asOf ? departsOn : asOf}
          max={asOf}
          {...(actualArrivesOn !== null && { min: actualArrivesOn })}
          {...(!returnReviewed && { noteLabel: t`The return wasn’t reviewed: why did the guest leave without?`, mustSay: true })}
          action={<Trans>Record the departure</Trans>}
          onAnswer={({ on, note }) =>
            sendAnswer('depart', id, { version, on, withoutReviewBecause: note === '' ? null : note }).then(() => { showToast({ text: t`Departure recorded.` }); }).finally(renew)}
          onClose={close}
        />
      )}
    </div>
  );
}
