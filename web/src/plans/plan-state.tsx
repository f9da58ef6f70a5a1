import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { PlanView } from '@shelter-city/contract/plans';
import { useEffect, useRef } from 'react';
import { Banner } from '../design/banner.tsx';
import { ButtonLink } from '../design/button.tsx';
import { failureWords, phaseWords, proofWords } from './plan-words.ts';

/**
 * How far a plan is, and how good. One region that stays, so that a screen reader says each change; it takes the focus
 * when the button that was pressed to make or stop the plan is gone.
 */
export function PlanState({ plan }: { readonly plan: PlanView }) {
  const region = useRef<HTMLDivElement>(null);
  const shown = useRef(plan.status);
  useEffect(() => {
    if (shown.current === plan.status) return;
    shown.current = plan.status;
    if (document.activeElement === document.body) region.current?.focus({ preventScroll: true });
  }, [plan.status]);
  return (
    <div ref={region} role="status" tabIndex={-1} className="rounded-md empty:absolute">
      <Words plan={plan} />
    </div>
  );
}

function Words({ plan }: { readonly plan: PlanView }) {
  const { i18n } = useLingui();
  switch (plan.status) {
    case 'NEW':
      return null;
    case 'RUNNING':
      return (
        <Banner tone="accent" icon="clock">
          {i18n._(phaseWords(plan.progress?.phase ?? ''))}
          {plan.progress !== null && plan.progress.placed > 0 && <> · <Plural value={plan.progress.placed} one="# placed so far" other="# placed so far" /></>}
        </Banner>
      );
    case 'FAILED':
      return <Banner tone="bad" icon="alert">{i18n._(failureWords[plan.failedBecause ?? 'OTHER'])}</Banner>;
    case 'STOPPED':
      return <Banner tone="warn" icon="info"><Trans>The making was stopped. What it had is kept; make it anew when you like.</Trans></Banner>;
    case 'DONE':
      return plan.proof ? (
        <Banner tone="ok" icon="check">{proofWords(plan.proof)}</Banner>
      ) : (
        <Banner tone="warn" icon="info"><Trans>What was asked of this plan changed since it was made. Make it anew, or publish it knowing that a better one may exist.</Trans></Banner>
      );
    case 'PUBLISHED':
      return <Banner tone="accent" icon="check" action={<ButtonLink to="/board" size="sm"><Trans>To the board</Trans></ButtonLink>}><Trans>Everybody with a place in this plan was proposed. The cities answer each for itself.</Trans></Banner>;
  }
}
