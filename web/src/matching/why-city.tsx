import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { FindingView, MatchOption } from '@shelter-city/contract/matching';
import { useId } from 'react';
import { StatusMark } from '../design/badge.tsx';
import { formatDay, formatDays } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { TextLink } from '../design/text-link.tsx';
import { factSentence } from './fact-sentence.ts';
import { ruleWords } from './rule-words.ts';
import { askWords, sourceWords, verdictMarks, verdictWords } from './verdict-words.ts';

const order: readonly FindingView['verdict'][] = ['BLOCKED', 'UNKNOWN', 'WEAKER', 'FITS'];

function Finding({ finding, slug }: { readonly finding: FindingView; readonly slug: string }) {
  const { i18n } = useLingui();
  const source = i18n._(sourceWords[finding.source]);
  return (
    <li className="grid grid-cols-[auto_1fr] gap-x-2.5 py-1.5">
      <StatusMark {...verdictMarks[finding.verdict]}>
        <span className="sr-only">{i18n._(verdictWords[finding.verdict])}</span>
      </StatusMark>
      <div className="min-w-0">
        <p>{factSentence(finding.fact)}</p>
        <p className="text-xs text-muted tabular-nums">
          {i18n._(ruleWords[finding.rule])}
          {' · '}
          {finding.asOf === null ? <Trans>from {source}</Trans> : <Trans>from {source}, {formatDay(finding.asOf)}</Trans>}
          {finding.ask && (
            <>
              {' · '}
              {finding.ask.whom === 'CITY' ? <TextLink to={`/cities/${slug}`}>{i18n._(askWords.CITY)}</TextLink> : <strong className="font-medium text-ink">{i18n._(askWords[finding.ask.whom])}</strong>}
            </>
          )}
        </p>
      </div>
    </li>
  );
}

function Change({ change }: { readonly change: MatchOption['whatWouldHaveToChange'][number] }) {
  const { i18n } = useLingui();
  switch (change.change) {
    case 'OTHER_ARRIVAL':
      return <Trans>Arrive on {formatDay(change.placement.span.from)} ({change.placement.place.label})</Trans>;
    case 'SHORTER_LENGTH':
      return <Plural value={change.nights} one={`Stay # night: ${formatDays(change.placement.span.from, change.placement.span.until)}`} other={`Stay # nights: ${formatDays(change.placement.span.from, change.placement.span.until)}`} />;
    case 'CONFIRM_CAPACITY':
      return <Trans>The city confirms {change.placement.place.label}, {formatDays(change.placement.span.from, change.placement.span.until)}</Trans>;
    case 'NEXT_FREE_DATE':
      return <Trans>{change.place.label} becomes free on {formatDay(change.freeFrom)}</Trans>;
    case 'OTHER_PLACE':
      return <Trans>{change.place.label} in the same city</Trans>;
    case 'LONGER_PASSPORT':
      return <Trans>A passport that is valid until {formatDay(change.validUntil)}</Trans>;
    case 'ANSWER':
      return <Trans>{i18n._(askWords[change.ask.whom])}: {i18n._(ruleWords[change.rule])}</Trans>;
  }
}

/** The rule that a change lifts by itself; null for one with which the city fits, and for what its own words say. */
const liftedBy = (change: MatchOption['whatWouldHaveToChange'][number]) =>
  change.change === 'OTHER_ARRIVAL' || change.change === 'SHORTER_LENGTH' || change.change === 'OTHER_PLACE' ? change.rule : null;

/** Why this city, or why not: every rule's answer with its fact, where it comes from and how old it is. */
export function WhyCity({ option, isLikely }: { readonly option: MatchOption; readonly isLikely: boolean }) {
  const { i18n } = useLingui();
  const id = useId();
  const { city, findings, ifWeWait, whatWouldHaveToChange } = option;
  const isPiecemeal = whatWouldHaveToChange.some((change) => liftedBy(change) !== null);
  const sorted = order.flatMap((verdict) => findings.filter((finding) => finding.verdict === verdict));
  return (
    <Card title={isLikely ? <Trans>Why {city.name}?</Trans> : <Trans>Why not {city.name}?</Trans>}>
      <div className="grid gap-4">
        <ul className="-my-1.5">
          {sorted.map((finding, index) => (
            <Finding key={`${finding.rule}${String(index)}`} finding={finding} slug={city.slug} />
          ))}
        </ul>
        {whatWouldHaveToChange.length > 0 && (
          <section className="grid gap-1">
            <h3 id={`${id}-change`} className="text-sm font-semibold"><Trans>What would have to change</Trans></h3>
            {isPiecemeal && <p className="text-sm text-muted"><Trans>More than one thing stands in the way. Each of these lifts one of them.</Trans></p>}
            <ul className="list-disc ps-4 tabular-nums" aria-labelledby={`${id}-change`}>
              {whatWouldHaveToChange.map((change, index) => {
                const rule = liftedBy(change);
                return (
                  <li key={`${change.change}${String(index)}`}>
                    {rule !== null && <span className="text-muted">{i18n._(ruleWords[rule])}: </span>}
                    <Change change={change} />
                  </li>
                );
              })}
            </ul>
          </section>
        )}
        {ifWeWait.length > 0 && (
          <section className="grid gap-1">
            <h3 className="text-sm font-semibold"><Trans>If we wait</Trans></h3>
            <ul className="list-disc ps-4 tabular-nums">
              {ifWeWait.map(({ place, span }) => (
                <li key={`${place.id}${span.from}`}><Trans>{place.label}: {formatDays(span.from, span.until)}</Trans></li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Card>
  );
}
