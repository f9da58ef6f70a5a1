import { Trans, useLingui } from '@lingui/react/macro';
import type { PlanComparison } from '@shelter-city/contract/plans';
import { Badge, StatusMark } from '../design/badge.tsx';
import { TextLink } from '../design/text-link.tsx';
import { DraftMark } from './draft-mark.tsx';
import { leftOutWords } from './plan-words.ts';

/** Who has no place in each draft, with why: a row for each draft. */
export function LeftOutBeside({ comparison: { plans, rows } }: { readonly comparison: PlanComparison }) {
  const { i18n, t } = useLingui();
  return (
    <dl className="grid divide-y divide-line" aria-label={t`Without a place`}>
      {plans.map(({ plan, leftOut }, at) => {
        const people = rows.flatMap(({ defender, urgent, seats }) => { const seat = seats[at]; return seat?.isOfCohort && !seat.seat ? [{ defender, urgent, because: seat.leftOutBecause }] : []; });
        return (
          <div key={plan.id} className="grid gap-x-4 gap-y-1 px-4 py-2 sm:grid-cols-[16rem_1fr]">
            <dt className="min-w-0 overflow-hidden"><DraftMark at={at} name={plan.name} /></dt>
            <dd>
              {leftOut === 0 && <span className="text-muted"><Trans>Everybody has a place</Trans></span>}
              <ul className="flex flex-wrap gap-x-5 gap-y-1">
                {people.map(({ defender, urgent, because }) => (
                  <li key={defender.code} className="flex flex-wrap items-center gap-x-2">
                    <TextLink to={`/plans/${plan.id}?who=${defender.code}`}>{defender.codeName}</TextLink>
                    {urgent && <Badge tone="bad"><Trans>Urgent</Trans></Badge>}
                    {because && <StatusMark shape="minus" tone="warn"><span className="text-sm whitespace-normal text-muted">{i18n._(leftOutWords[because])}</span></StatusMark>}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
