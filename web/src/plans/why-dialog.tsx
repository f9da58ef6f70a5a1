import { Trans, useLingui } from '@lingui/react/macro';
import type { PlanPerson, PlanView, PlanWhy } from '@shelter-city/contract/plans';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../api/failure.tsx';
import { StatusMark } from '../design/badge.tsx';
import { formatDays } from '../design/days.ts';
import { Dialog } from '../design/dialog.tsx';
import { moveBetweenRows } from '../design/row-keys.ts';
import { Skeleton } from '../design/states.tsx';
import { cityVerdictMarks, cityVerdictWords } from '../matching/verdict-words.ts';
import { WhyCity } from '../matching/why-city.tsx';
import { planQueries } from './plan-queries.ts';
import { Instead } from './instead.tsx';
import { LetsIn } from './lets-in.tsx';
import { leftOutWords } from './plan-words.ts';

type Props = { readonly plan: PlanView; readonly person: PlanPerson; readonly onClose: () => void };

/** Why somebody is where the plan has them, and why not elsewhere: every city, with all others where the plan has them. */
export function WhyDialog({ plan, person, onClose }: Props) {
  const { i18n } = useLingui();
  const { defender, seat, leftOutBecause, evenedFrom } = person;
  const why = useQuery(planQueries.why(plan.id, defender.code, plan.version));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="lg"
      title={seat ? <Trans>Why {defender.codeName} in {seat.city.name}?</Trans> : <Trans>Why has {defender.codeName} no place?</Trans>}
      lead={seat ? <>{seat.place.label}, {formatDays(seat.span.from, seat.span.until)}</> : leftOutBecause && i18n._(leftOutWords[leftOutBecause])}
    >
      {seat && evenedFrom && (
        <p className="mb-4 rounded-lg border border-line p-3">
          {evenedFrom.id === seat.city.id
            ? <Trans>Fairness between the cities decided the days: others are as good by everything more important.</Trans>
            : <Trans>Fairness between the cities decided: {evenedFrom.name} is as good by everything more important, and would be asked for more than its fair part, or {seat.city.name} for less.</Trans>}
        </p>
      )}
      {why.isError ? <Failure error={why.error} onRetry={() => void why.refetch()} /> : why.data ? <Cities plan={plan} why={why.data} /> : <Skeleton lines={6} className="h-9" />}
    </Dialog>
  );
}

function Cities({ plan, why }: { readonly plan: PlanView; readonly why: PlanWhy }) {
  const { i18n, t } = useLingui();
  const { options, seat, neededBy } = why;
  const [chosen, setChosen] = useState(seat?.city.id ?? options[0]?.city.id);
  const shown = options.find(({ city }) => city.id === chosen) ?? options[0];
  const isOther = shown !== undefined && shown.city.id !== seat?.city.id && plan.may.includes('change') && plan.placed > 0;
  return (
    <div className="grid gap-4">
    {why.letsIn && <LetsIn letsIn={why.letsIn} />}
      <div className="grid items-start gap-4 md:grid-cols-[2fr_3fr]">
      <ol className="divide-y divide-line rounded-lg border border-line" onKeyDown={moveBetweenRows} aria-label={t`Cities`}>
        {options.map(({ city, verdict }) => {
          const needed = neededBy.find((one) => one.city.id === city.id)?.people ?? [];
          const isSeat = city.id === seat?.city.id;
          return (
            <li key={city.id} data-selected={city.id === shown?.city.id || undefined} className="grid gap-0.5 px-3 py-2 data-selected:bg-accent-soft">
              <span className="flex flex-wrap items-center gap-x-3">
                <button type="button" data-row aria-expanded={city.id === shown?.city.id} aria-label={t`${city.name}: why?`} onClick={() => { setChosen(city.id); }} className="font-medium underline-offset-2 hover:underline pointer-coarse:min-h-11">
                  {city.name}
                </button>
                {isSeat ? <StatusMark shape="full" tone="accent"><Trans>Here in this plan</Trans></StatusMark> : <StatusMark {...cityVerdictMarks[verdict]}>{i18n._(cityVerdictWords[verdict])}</StatusMark>}
              </span>
              {!isSeat && needed.map(({ code, codeName, urgent }) => (
                <span key={code} className="text-sm text-muted">{urgent ? <Trans>{codeName} needs it: each day counts</Trans> : <Trans>{codeName} has it in this plan</Trans>}</span>
              ))}
            </li>
          );
        })}
      </ol>
      <div className="grid gap-4">
        {isOther && <Instead key={shown.city.id} plan={plan} code={why.defender.code} city={shown.city} />}
        {shown && <WhyCity option={shown} isLikely={shown.city.id === seat?.city.id || shown.verdict === 'FITS' || shown.verdict === 'UNKNOWN'} />}
      </div>
    </div>
    </div>
  );
}
