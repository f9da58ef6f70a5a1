import { Trans } from '@lingui/react/macro';
import type { GuestCard } from '@shelter-city/contract/city-home';
import { Button, ButtonLink } from '../design/button.tsx';
import { formatDays } from '../design/days.ts';
import { Actions, Dialog } from '../design/dialog.tsx';

type Props = { readonly guest: GuestCard; readonly onClose: () => void };

/** After a yes that the server has taken: the days, and who does what now. The page holds it, since the request is gone. */
export function WhatNextDialog({ guest, onClose }: Props) {
  const { id, codeName, place, arrivesOn, departsOn } = guest;
  return (
    <Dialog isOpen onClose={onClose} size="md" title={<Trans>Thank you. {codeName} can come.</Trans>}>
      <p>
        <Trans>The days are open to you now: <strong className="whitespace-nowrap tabular-nums">{formatDays(arrivesOn, departsOn)}</strong> in {place.label}.</Trans>
      </p>
      <ol className="grid list-decimal gap-1.5 ps-5">
        <li><Trans>Justice &amp; Peace arranges the visa and the journey with the guest.</Trans></li>
        <li><Trans>You make the house and the programme ready. What the guest needs stands on the page of the stay.</Trans></li>
        <li><Trans>From a week before the arrival you record it there, with one button.</Trans></li>
      </ol>
      <Actions>
        <Button onPress={onClose}><Trans>Close</Trans></Button>
        <ButtonLink to={`/city/stays/${id}`} variant="primary" onClick={onClose}><Trans>To the stay</Trans></ButtonLink>
      </Actions>
    </Dialog>
  );
}
