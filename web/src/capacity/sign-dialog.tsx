import { Trans, useLingui } from '@lingui/react/macro';
import type { CapacityPeriodView } from '@shelter-city/contract/capacity';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Banner } from '../design/banner.tsx';
import { StatusMark } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { formatDays } from '../design/days.ts';
import { Actions, Dialog } from '../design/dialog.tsx';
import { showToast } from '../design/toast.tsx';
import { capacityMutations, capacityQueries } from './capacity-queries.ts';
import { capacityStatusMarks, capacityStatusWords } from './capacity-words.ts';
import { refusalWords } from './refusal-words.ts';

type Props = {
  readonly slug: string;
  readonly title: ReactNode;
  readonly action: ReactNode;
  /** As they are now: when somebody changed one meanwhile, the list shows it and the next press signs that. */
  readonly periods: readonly CapacityPeriodView[];
  readonly onClose: () => void;
};

/** Asks once before a city signs: what was asked or offered becomes firm, what was signed is said to be still right. */
export function SignDialog({ slug, title, action, periods, onClose }: Props) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const sign = useMutation({
    ...capacityMutations.sign(slug),
    onError: () => void client.invalidateQueries({ queryKey: capacityQueries.all() }),
    onSuccess: () => { showToast({ text: t`Confirmed. Guests can be planned on these dates.` }); onClose(); },
  });
  return (
    <Dialog role="alertdialog" isOpen onClose={onClose} size="md" title={title} lead={<Trans>Coordinators plan guests on what you confirm. It can be changed later as long as no stay lies on it.</Trans>}>
      {sign.isError && <Banner tone="bad" icon="alert" role="alert">{refusalWords(sign.error, true)}</Banner>}
      <ul className="divide-y divide-line rounded-md border border-line">
        {periods.map(({ id, place, opensOn, closesOn, status }) => (
          <li key={id} className="grid grid-cols-[6rem_1fr_auto] items-baseline gap-x-3 px-3 py-2 max-sm:grid-cols-1">
            <span className="font-medium">{place.label}</span>
            <span className="tabular-nums">{formatDays(opensOn, closesOn)}</span>
            <span className="text-sm text-muted"><StatusMark {...capacityStatusMarks[status]}>{i18n._(capacityStatusWords[status])}</StatusMark></span>
          </li>
        ))}
      </ul>
      <Actions>
        <Button onPress={onClose}><Trans>Cancel</Trans></Button>
        <Button variant="primary" isPending={sign.isPending} isDisabled={periods.length === 0} onPress={() => { sign.mutate(periods.map(({ id, version }) => ({ id, version }))); }}>{action}</Button>
      </Actions>
    </Dialog>
  );
}
