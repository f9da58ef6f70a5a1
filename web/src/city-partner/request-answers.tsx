import { Trans, useLingui } from '@lingui/react/macro';
import type { GuestCard, RequestCard } from '@shelter-city/contract/city-home';
import { declineReasons, type DeclineReason } from '@shelter-city/contract/vocabulary';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../design/button.tsx';
import { Menu } from '../design/menu.tsx';
import { declineReasonWords } from '../stays/stay-words.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { DeclineDialog } from './decline-dialog.tsx';

const OtherDatesDialog = lazy(async () => ({ default: (await import('./other-dates-dialog.tsx')).OtherDatesDialog }));

type Props = { readonly request: RequestCard; readonly onConfirmed: (guest: GuestCard) => void };

/** Yes, yes on other dates, or no with a reason. */
export function RequestAnswers({ request, onConfirmed }: Props) {
  const { t, i18n } = useLingui();
  const [asking, setAsking] = useState<'confirm' | 'other-dates' | DeclineReason | null>(null);
  const close = () => { setAsking(null); };
  const { codeName } = request;
  if (!request.mayConfirm)
    return <p className="text-sm text-muted"><Trans>This guest isn’t to be placed at the moment, so no answer is needed. The coordinators will say more.</Trans></p>;
  return (
    <div className="flex flex-wrap gap-2 max-sm:grid max-sm:grid-cols-2">
      <Button variant="primary" className="max-sm:col-span-2" aria-label={t`Yes, we can host: ${codeName}`} onPress={() => { setAsking('confirm'); }}><Trans>Yes, we can host</Trans></Button>
      <Button aria-label={t`Yes, other dates: ${codeName}`} onPress={() => { setAsking('other-dates'); }}><Trans>Yes, other dates</Trans></Button>
      <Menu
        label={t`Why not?`}
        placement="bottom start"
        trigger={<Button icon="chevron-down" className="flex-row-reverse" aria-label={t`No: ${codeName}`}><Trans>No</Trans></Button>}
        entries={declineReasons.map((reason) => ({ id: reason, label: i18n._(declineReasonWords[reason]), onAction: () => { setAsking(reason); } }))}
      />
      {asking === 'confirm' && <ConfirmDialog request={request} onConfirmed={onConfirmed} onClose={close} />}
      {asking === 'other-dates' && <Suspense fallback={null}><OtherDatesDialog request={request} onClose={close} /></Suspense>}
      {asking !== null && asking !== 'confirm' && asking !== 'other-dates' && <DeclineDialog request={request} reason={asking} onClose={close} />}
    </div>
  );
}
