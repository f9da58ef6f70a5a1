import { Trans, useLingui } from '@lingui/react/macro';
import type { CapacityPeriodView, CapacityView } from '@shelter-city/contract/capacity';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatDays } from '../design/days.ts';
import { ReasonDialog } from '../design/reason-dialog.tsx';
import { showToast } from '../design/toast.tsx';
import { BlockDialog } from './block-dialog.tsx';
import { capacityMutations, capacityQueries } from './capacity-queries.ts';
import { PeriodDialog } from './period-dialog.tsx';
import type { RowAct } from './period-row.tsx';
import { refusalWords } from './refusal-words.ts';
import { SignDialog } from './sign-dialog.tsx';
import { periodsOfYear } from './year-confirmation.tsx';

type Place = CapacityView['places'][number];

/** Which dialog is open, and of what. */
export type Asking =
  | { readonly kind: 'request' | 'add' | 'block'; readonly place: Place }
  | { readonly kind: RowAct; readonly period: CapacityPeriodView }
  | { readonly kind: 'sign-year'; readonly year: number };

type Props = { readonly view: CapacityView; readonly asking: Asking; readonly onClose: () => void };

/** The dialog of one act on capacity. */
export function CapacityDialog({ view, asking, onClose }: Props) {
  const { slug } = view.city;
  switch (asking.kind) {
    case 'request':
    case 'add':
      return <PeriodDialog slug={slug} act={{ kind: asking.kind, place: asking.place }} onClose={onClose} />;
    case 'answer':
    case 'offer':
    case 'change':
      return <PeriodDialog slug={slug} act={{ kind: asking.kind, period: asking.period }} onClose={onClose} />;
    case 'block':
      return <BlockDialog place={asking.place} isCity={view.may.offer} onClose={onClose} />;
    case 'sign':
      return <SignDialog slug={slug} title={<Trans>Confirm these dates?</Trans>} action={<Trans>Confirm</Trans>} periods={[asking.period]} onClose={onClose} />;
    case 'sign-year': {
      const periods = periodsOfYear(view, asking.year);
      const year = String(asking.year);
      return periods.every(({ status }) => status === 'CONFIRMED') ? (
        <SignDialog slug={slug} title={<Trans>Is all of {year} still right?</Trans>} action={<Trans>Yes, still right</Trans>} periods={periods} onClose={onClose} />
      ) : (
        <SignDialog slug={slug} title={<Trans>Confirm all of {year}?</Trans>} action={<Trans>Confirm all of {year}</Trans>} periods={periods} onClose={onClose} />
      );
    }
    case 'withdraw':
      return <WithdrawDialog period={asking.period} isCity={view.may.offer} onClose={onClose} />;
  }
}

function WithdrawDialog({ period, isCity, onClose }: { readonly period: CapacityPeriodView; readonly isCity: boolean; readonly onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const withdraw = useMutation(capacityMutations.withdraw());
  const { id, version, place, opensOn, closesOn, status } = period;
  const isAnswer = isCity && status === 'REQUESTED';
  return (
    <ReasonDialog
      isOpen
      onClose={onClose}
      title={isAnswer ? <Trans>No, these dates aren’t possible</Trans> : <Trans>Withdraw {place.label}</Trans>}
      lead={t`${place.label}, ${formatDays(opensOn, closesOn)}. This can’t be undone; new dates can be offered at any time.`}
      noteLabel={t`Why? Read by the city and the coordinators.`}
      action={isAnswer ? <Trans>Send no</Trans> : <Trans>Withdraw</Trans>}
      tone="danger"
      wordsFor={(failure) => refusalWords(failure, isCity)}
      onReason={async ({ note }) => {
        try {
          await withdraw.mutateAsync({ periodId: id, body: { version, reason: note } });
          showToast({ text: isAnswer ? t`Answered: not possible.` : t`Withdrawn.` });
        } catch (failure) {
          void client.invalidateQueries({ queryKey: capacityQueries.all() });
          throw failure;
        }
      }}
    />
  );
}
