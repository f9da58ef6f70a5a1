import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { GuestCard, RequestCard } from '@shelter-city/contract/city-home';
import { Banner } from '../design/banner.tsx';
import { Badge } from '../design/badge.tsx';
import { formatDay, formatDays, formatDaysAway, formatMonth, nightsBetween } from '../design/days.ts';
import { GuestFacts } from './guest-facts.tsx';
import { RequestAnswers } from './request-answers.tsx';

/** Days before the last day of the answer from which it is marked. */
const soon = 3;

/** Until when an answer is awaited. */
export function AnswerBy({ request, asOf }: { readonly request: RequestCard; readonly asOf: string }) {
  const days = nightsBetween(asOf, request.answerBy);
  return <Badge tone={days <= soon ? 'warn' : 'neutral'}><Trans>answer by {formatDay(request.answerBy)}, {formatDaysAway(days)}</Trans></Badge>;
}

type BodyProps = { readonly request: RequestCard; readonly onConfirmed: (guest: GuestCard) => void };

/** What is asked of the city, why, and its three answers. Only the month is known before a yes. */
export function RequestBody({ request, onConfirmed }: BodyProps) {
  const { t } = useLingui();
  const { nights, place, arrivalMonth, why, otherDates } = request;
  return (
    <div className="grid gap-4">
      <p className="text-lg">
        <Plural
          value={nights}
          one={`Arrives in ${formatMonth(`${arrivalMonth}-01`)} for # night in ${place.label}.`}
          other={`Arrives in ${formatMonth(`${arrivalMonth}-01`)} for # nights in ${place.label}.`}
        />
      </p>
      <GuestFacts stay={request} />
      {why !== null && (
        <section className="grid gap-0.5" aria-label={t`Why your city`}>
          <p className="text-sm text-muted"><Trans>Why your city</Trans></p>
          <p className="max-w-prose whitespace-pre-line">{why}</p>
        </section>
      )}
      {otherDates !== null && (
        <Banner tone="accent" icon="calendar">
          <Trans>You offered other dates: {formatDays(otherDates.from, otherDates.until)}. The coordinator answers you. You can still change your answer.</Trans>
        </Banner>
      )}
      <RequestAnswers request={request} onConfirmed={onConfirmed} />
    </div>
  );
}
