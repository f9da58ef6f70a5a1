import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { PlanView } from '@shelter-city/contract/plans';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureWords } from '../api/failure-text.ts';
import { StatusMark } from '../design/badge.tsx';
import { Banner } from '../design/banner.tsx';
import { Button, ButtonLink, IconButton } from '../design/button.tsx';
import { formatDays } from '../design/days.ts';
import { PageHeader } from '../design/layout.tsx';
import { Menu } from '../design/menu.tsx';
import { ReasonDialog } from '../design/reason-dialog.tsx';
import { showToast } from '../design/toast.tsx';
import { planMutations, planQueries } from './plan-queries.ts';
import { phaseWords, planStatusMarks, planStatusWords, proofWords } from './plan-words.ts';

type Props = {
  readonly plan: PlanView;
  readonly isStarting: boolean;
  readonly isStopping: boolean;
  readonly onRun: (keep: boolean) => void;
  readonly onStop: () => void;
  readonly onPublish: () => void;
  readonly onGone: () => void;
  readonly onCopied: (planId: string) => void;
};

/** What a plan is, how good it is, and what may be done with it. */
export function PlanHead({ plan, isStarting, isStopping, onRun, onStop, onPublish, onGone, onCopied }: Props) {
  const { t, i18n } = useLingui();
  const [isCopying, setCopying] = useState(false);
  const copy = useMutation({ ...planMutations.copy(plan.id), onSuccess: ({ id }) => { onCopied(id); } });
  const discard = useMutation({ ...planMutations.discard(plan.id), onSuccess: onGone, onError: (failure) => { showToast({ text: failureWords(failure), tone: 'bad' }); } });
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
                ...(may.has('copy') ? [{ id: 'copy', label: t`Copy…`, onAction: () => { setCopying(true); } }] : []),
                ...(others.length > 1 ? [{ id: 'beside', label: t`Put drafts side by side…`, href: `/plans/${plan.id}/comparison` }] : []),
                ...others.map(({ id, name }) => ({ id, label: t`Compare with ${name}`, href: `/plans/${plan.id}/comparison?beside=${id}` })),
                ...(may.has('discard') ? [{ id: 'discard', label: t`Throw away`, tone: 'bad' as const, onAction: () => { discard.mutate(plan.version); } }] : []),
              ]}
            />
          </div>
        }
      />
      {plan.progress && (
        <Banner tone="accent" icon="clock" role="status">
          {i18n._(phaseWords(plan.progress.phase))}
          {plan.progress.placed > 0 && <> · <Plural value={plan.progress.placed} one="# placed so far" other="# placed so far" /></>}
        </Banner>
      )}
      {plan.status === 'FAILED' && <Banner tone="bad" icon="alert" role="status"><Trans>This plan could not be made. What it had before is kept; try again.</Trans></Banner>}
      {plan.status === 'STOPPED' && <Banner tone="warn" icon="info" role="status"><Trans>The making was stopped. What it had is kept; make it anew when you like.</Trans></Banner>}
      {plan.status === 'DONE' && plan.proof && <Banner tone="ok" icon="check" role="status">{proofWords(plan.proof)}</Banner>}
      {plan.status === 'DONE' && !plan.proof && <Banner tone="warn" icon="info" role="status"><Trans>What was asked of this plan changed since it was made. Make it anew, or publish it knowing that a better one may exist.</Trans></Banner>}
      {plan.status === 'PUBLISHED' && <Banner tone="accent" icon="check" role="status" action={<ButtonLink to="/board" size="sm"><Trans>To the board</Trans></ButtonLink>}><Trans>Everybody of this plan was proposed. The cities answer each for itself.</Trans></Banner>}
      {isCopying && (
        <ReasonDialog
          isOpen
          onClose={() => { setCopying(false); }}
          title={<Trans>Copy this plan</Trans>}
          lead={<Trans>The copy has the same seats, pins and bans; change it and compare the two.</Trans>}
          noteLabel={t`Name of the copy`}
          minimum={1}
          action={<Trans>Copy</Trans>}
          onReason={({ note }) => copy.mutateAsync(note)}
          wordsFor={failureWords}
        />
      )}
    </>
  );
}
