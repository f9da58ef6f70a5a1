import { Trans, useLingui } from '@lingui/react/macro';
import type { PlanComparison } from '@shelter-city/contract/plans';
import { IconButton } from '../design/button.tsx';
import { TextLink } from '../design/text-link.tsx';
import { DraftMark } from './draft-mark.tsx';
import { SeatBeside } from './seat-beside.tsx';

type Props = { readonly comparison: PlanComparison; readonly code: string | null; readonly onClose: () => void };

/** One person through all the drafts: whoever was chosen on the board. */
export function PersonBeside({ comparison: { plans, rows }, code, onClose }: Props) {
  const { t } = useLingui();
  const row = rows.find(({ defender }) => defender.code === code);
  return (
    <div role="status">
      {row && (
        <section className="grid gap-2 border-b border-line bg-accent-soft px-4 py-3">
          <div className="flex items-center justify-between gap-2">
            <h3 className="font-semibold">{row.defender.codeName}</h3>
            <IconButton icon="close" size="sm" label={t`Close`} onPress={onClose} />
          </div>
          <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
            {plans.map(({ plan }, at) => {
              const seat = row.seats[at];
              return (
                <li key={plan.id} className="grid content-start gap-1">
                  <DraftMark at={at} name={plan.name} />
                  {seat && <SeatBeside seat={seat} isFirst={at === 0} />}
                  {seat?.isOfCohort && <span className="text-sm"><TextLink to={`/plans/${plan.id}?who=${row.defender.code}`}><Trans>Why?</Trans></TextLink></span>}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
}
