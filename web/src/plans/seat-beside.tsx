import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, StatusMark } from '../design/badge.tsx';
import { formatDays } from '../design/days.ts';
import { ruleWords } from '../matching/rule-words.ts';
import { changeWords, effectMarks, effectWords, type ComparedSeat } from './compared-words.ts';
import { leftOutWords } from './plan-words.ts';

/** Where a draft has somebody, or why nowhere; beside the first draft, what is other and how they fare. */
export function SeatBeside({ seat: one, isFirst }: { readonly seat: ComparedSeat; readonly isFirst: boolean }) {
  const { i18n } = useLingui();
  const { isOfCohort, seat, pinned, leftOutBecause, change, effect, decidedBy } = one;
  if (!isOfCohort) return <span className="text-muted"><Trans>Not in this draft</Trans></span>;
  return (
    <span className="grid min-w-0 gap-0.5">
      {seat && <span>{seat.city.name}, {seat.place.label} {pinned && <Badge tone="accent"><Trans>Pinned</Trans></Badge>}</span>}
      {seat && <span className="text-sm text-muted tabular-nums">{formatDays(seat.span.from, seat.span.until)}</span>}
      {leftOutBecause && <StatusMark shape="minus" tone="warn"><span className="whitespace-normal">{i18n._(leftOutWords[leftOutBecause])}</span></StatusMark>}
      {!seat && !leftOutBecause && <span className="text-muted">–</span>}
      {!isFirst && change !== 'SAME' && (
        <StatusMark {...effectMarks[effect]}>
          <span className="text-sm whitespace-normal">
            {effect === 'SAME' || change === 'PLACED' || change === 'LEFT_OUT' ? i18n._(changeWords[change]) : <Trans>{i18n._(changeWords[change])}: {i18n._(effectWords[effect]).toLocaleLowerCase(i18n.locale)}</Trans>}
            {decidedBy && <span className="text-muted"> ({i18n._(ruleWords[decidedBy])})</span>}
          </span>
        </StatusMark>
      )}
    </span>
  );
}
