import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { PlanView } from '@shelter-city/contract/plans';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureWords } from '../api/failure-text.ts';
import { StatusMark } from '../design/badge.tsx';
import { Button, IconButton } from '../design/button.tsx';
import { ConfirmTyped } from '../design/confirm-typed.tsx';
import { formatDays } from '../design/days.ts';
import { PageHeader } from '../design/layout.tsx';
import { Menu } from '../design/menu.tsx';
import { CopyDialog } from './copy-dialog.tsx';
import { planMutations, planQueries } from './plan-queries.ts';
import { PlanState } from './plan-state.tsx';
import { planStatusMarks, planStatusWords } from './plan-words.ts';

type Props = {
  readonly plan: PlanView;
  readonly isStarting: boolean;
  readonly isStopping: boolean;
  readonly onRun: (keep: boolean) => void;
  readonly onStop: () => void;
  readonly onPublish: () => void;
  readonly onChange: () => void;
  readonly onGone: () => void;
  readonly onCopied: (planId: string) => void;
};

/** What a plan is, how good it is, and what may be done with it. */
export function PlanHead({ plan, isStarting, isStopping, onRun, onStop, onPublish, onChange, onGone, onCopied }: Props) {
  const { t, i18n } = useLingui();
  const [isCopying, setCopying] = useState(false);
  const [isDiscarding, setDiscarding] = useState(false);
  const discard = useMutation({ ...planMutations.discard(plan.id), onSuccess: onGone });
  const list = useQuery(planQueries.list());
  const others = (list.data?.items ?? []).filter(({ id, placed }) => id !== plan.id && placed > 0).slice(0, 5);
  const may = new Set(plan.may);
  const hasSeats = plan.placed > 0;
  return (
    <>
      <PageHeader
        title={plan.name}
        tabTitle={t`Plan`}
        marks={<StatusMark {...planStatusMarks[plan.status]}>{i18n._(planStatusWords[plan.status])}</StatusMark>}
        lead={
          <span className="tabular-nums">
            <Trans>Arrivals {formatDays(plan.arrivals.from, plan.arrivals.until)}</Trans>
            {plan.placesKeptFree > 0 && <> · <Plural value={plan.placesKeptFree} one="# place kept free" other="# places kept free" /></>}
            {' · '}
            <Trans>{plan.placed} of {plan.people} placed</Trans>
          </span>
        }
        actions={
          <div className="contents print:hidden">
            {may.has('stop') && <Button isPending={isStopping} onPress={onStop}><Trans>Stop</Trans></Button>}
            {may.has('run') && hasSeats && <Button isPending={isStarting} onPress={() => { onRun(true); }}><Trans>Make anew, moving as few as possible</Trans></Button>}
            {may.has('run') && <Button variant={hasSeats ? 'secondary' : 'primary'} isPending={isStarting} onPress={() => { onRun(false); }}>{hasSeats ? <Trans>Make anew</Trans> : <Trans>Make the plan</Trans>}</Button>}
            {may.has('publish') && <Button variant="primary" onPress={onPublish}><Trans>Publish…</Trans></Button>}
            <Menu
              label={t`More`}
              trigger={<IconButton icon="dots" label={t`More`} />}
              entries={[
                ...(may.has('change') ? [{ id: 'change', label: t`Change…`, onAction: onChange }] : []),
                ...(may.has('copy') ? [{ id: 'copy', label: t`Copy…`, onAction: () => { setCopying(true); } }] : []),
                ...(others.length > 1 ? [{ id: 'beside', label: t`Put drafts side by side…`, href: `/plans/${plan.id}/comparison` }] : []),
                ...others.map(({ id, name }) => ({ id, label: t`Compare with ${name}`, href: `/plans/${plan.id}/comparison?beside=${id}` })),
                ...(may.has('discard') ? [{ id: 'discard', label: t`Throw away…`, tone: 'bad' as const, onAction: () => { setDiscarding(true); } }] : []),
              ]}
            />
          </div>
        }
      />
      <PlanState plan={plan} />
      {isDiscarding && (
        <ConfirmTyped
          isOpen
          onClose={() => { setDiscarding(false); }}
          title={<Trans>Throw this plan away</Trans>}
          lead={plan.status === 'PUBLISHED' ? <Trans>Its proposals stay. What was planned and asked here is gone for everybody.</Trans> : <Trans>Its seats, pins and bans are gone for everybody, and nothing brings them back.</Trans>}
          word={plan.name}
          action={<Trans>Throw away</Trans>}
          onConfirm={() => discard.mutateAsync(plan.version)}
          wordsFor={failureWords}
        />
      )}
      {isCopying && <CopyDialog planId={plan.id} onClose={() => { setCopying(false); }} onCopied={(copyId) => { setCopying(false); onCopied(copyId); }} />}
    </>
  );
}
