import { Trans } from '@lingui/react/macro';
import type { PlanInstead, PlanView } from '@shelter-city/contract/plans';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Failure } from '../api/failure.tsx';
import { Button } from '../design/button.tsx';
import { formatDays } from '../design/days.ts';
import { Skeleton } from '../design/states.tsx';
import { planQueries } from './plan-queries.ts';

type Props = { readonly plan: PlanView; readonly code: string; readonly city: { readonly id: string; readonly name: string } };

/** What would follow in another city, asked for: the planner makes the plan anew with that choice forced. */
export function Instead({ plan, code, city }: Props) {
  const [isAsked, setAsked] = useState(false);
  const answer = useRef<HTMLDivElement>(null);
  // The button goes when it was pressed: the answer is where its focus belongs.
  useEffect(() => { if (isAsked) answer.current?.focus(); }, [isAsked]);
  const instead = useQuery({ ...planQueries.instead(plan.id, code, city.id, plan.version), enabled: isAsked });
  return (
    <section className="grid gap-2 rounded-lg border border-line p-3">
      {!isAsked && <Button size="sm" onPress={() => { setAsked(true); }}><Trans>What if {city.name} instead?</Trans></Button>}
      {isAsked && <h3 className="text-sm font-semibold"><Trans>What if {city.name} instead?</Trans></h3>}
      {isAsked && (
        <div ref={answer} role="status" tabIndex={-1} className="grid gap-1 rounded-md outline-offset-4 tabular-nums">
          {instead.isError ? <Failure error={instead.error} onRetry={() => void instead.refetch()} /> : instead.data ? <Outcome instead={instead.data} /> : <Skeleton lines={2} className="h-5" />}
        </div>
      )}
    </section>
  );
}

function Outcome({ instead: { outcome, seat, moves, leftOut, joins } }: { readonly instead: PlanInstead }) {
  switch (outcome) {
    case 'NO_STAY_POSSIBLE':
      return <p><Trans>No stay there keeps the rules, or what is fixed leaves no room. The rules below say which.</Trans></p>;
    case 'PINNED':
      return <p><Trans>This person is pinned. Take the pin away to ask.</Trans></p>;
    case 'MAKE_ANEW_FIRST':
      return <p><Trans>Something in this plan no longer holds. Make it anew first.</Trans></p>;
    case 'NOT_FOUND_IN_TIME':
      return <p><Trans>No answer was found in time. Nothing is changed.</Trans></p>;
    case 'TOO_LARGE':
      return <p><Trans>Finding that out needs more memory than the server gives it. Nothing is changed.</Trans></p>;
    case 'POSSIBLE':
      return (
        <>
          {seat && <p><Trans>Possible: {seat.place.label}, {formatDays(seat.span.from, seat.span.until)}.</Trans></p>}
          {moves.length + leftOut.length + joins.length === 0 && <p><Trans>Nobody else moves. It suits this person less, or others would lose days.</Trans></p>}
          <ul className="list-disc ps-4">
            {leftOut.map(({ code, codeName }) => <li key={code}><Trans>{codeName} would be left without a place</Trans></li>)}
            {moves.map(({ defender, before, after }) => (
              <li key={defender.code}>
                {before.city.id === after.city.id ? <Trans>{defender.codeName} would stay in {after.city.name}, {after.place.label}, {formatDays(after.span.from, after.span.until)}</Trans> : <Trans>{defender.codeName} would move to {after.city.name}, {formatDays(after.span.from, after.span.until)}</Trans>}
              </li>
            ))}
            {joins.map(({ defender, seat: got }) => <li key={defender.code}><Trans>{defender.codeName} would get a place in {got.city.name}</Trans></li>)}
          </ul>
        </>
      );
  }
}
