import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { MatchOption } from '@shelter-city/contract/matching';
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { parseAsInteger, parseAsString, useQueryStates } from 'nuqs';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Failure } from '../api/failure.tsx';
import type { PageRoute } from '../app/page-route.ts';
import { DefenderFrame } from '../defenders/defender-frame.tsx';
import { defenderQueries } from '../defenders/defender-queries.ts';
import { Banner } from '../design/banner.tsx';
import { formatDays } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { EmptyState, Skeleton } from '../design/states.tsx';
import { TextLink } from '../design/text-link.tsx';
import type { Advice } from '../stays/overruling.tsx';
import { ProposeDialog } from '../stays/propose-dialog.tsx';
import { stayStatusWords } from '../stays/stay-words.ts';
import { VisaStrip } from '../visa/visa-strip.tsx';
import { matchQueries } from './match-queries.ts';
import { OptionList } from './option-list.tsx';
import { OtherDatesForm } from './other-dates-form.tsx';
import { PersonStrip } from './person-strip.tsx';
import { ruleWords } from './rule-words.ts';
import { WhyCity } from './why-city.tsx';

export const route: PageRoute = (client) => ({
  loader: async ({ params }) => {
    await client.query({ ...defenderQueries.detail(params['code'] ?? ''), staleTime: 'static' });
    return null;
  },
  Component: MatchPage,
});

/** Every place an option names, so that the proposal can take another one than the best. */
const placesOf = (options: readonly MatchOption[]) => {
  const found = new Map<string, string>();
  for (const { city, best, ifWeWait } of options)
    for (const placement of [...(best ? [best] : []), ...ifWeWait]) found.set(placement.place.id, `${city.name}, ${placement.place.label}`);
  return [...found].map(([value, label]) => ({ value, label }));
};

/** What the list says against a place: that another city comes first, and which rules are weaker there. */
const adviceOn = (options: readonly MatchOption[], placeId: string): Advice | null => {
  const chosen = options.find(({ best, ifWeWait }) => best?.place.id === placeId || ifWeWait.some(({ place }) => place.id === placeId));
  const [first] = options;
  if (!chosen || !first) return null;
  const weaker = chosen.findings.filter(({ verdict }) => verdict === 'WEAKER').map(({ rule }) => ruleWords[rule]);
  const firstCity = first === chosen ? null : first.city.name;
  return firstCity === null && weaker.length === 0 ? null : { firstCity, weaker: [...new Set(weaker)] };
};

function MatchPage() {
  const { t, i18n } = useLingui();
  const code = useParams()['code'] ?? '';
  const navigate = useNavigate();
  const { data: defender } = useSuspenseQuery(defenderQueries.detail(code));
  const [asked, setAsked] = useQueryStates({ earliest: parseAsString, latest: parseAsString, nights: parseAsInteger, city: parseAsString });
  const match = useQuery({ ...matchQueries.forDefender(code, asked), placeholderData: keepPreviousData });
  const [proposing, setProposing] = useState<MatchOption | null>(null);
  const options = match.data?.options ?? [];
  const shown = options.find(({ city }) => city.slug === asked.city) ?? options[0];
  const current = defender.stays.find(({ status }) => ['DRAFT', 'PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY'].includes(status));

  return (
    <DefenderFrame code={code}>
      {current && (
        <Banner tone="accent" icon="info">
          <Trans>
            {i18n._(stayStatusWords[current.status])}: <TextLink to={`/stays/${current.id}`}>{current.city.name}, {formatDays(current.span.from, current.span.until)}</TextLink>
          </Trans>
        </Banner>
      )}
      {defender.selection !== 'SELECTED' && (
        <Banner tone="warn" icon="info">
          <Trans>Not selected yet: this is how it would look. A proposal needs the selection first.</Trans>
        </Banner>
      )}
      {match.isError && !match.data ? (
        <Failure error={match.error} onRetry={() => void match.refetch()} />
      ) : !match.data ? (
        <Skeleton lines={8} className="h-10" />
      ) : (
        <>
          <PersonStrip defender={defender} match={match.data} />
          <div className={`grid items-start gap-5 lg:grid-cols-[3fr_2fr] ${match.isPlaceholderData ? 'opacity-60' : ''}`}>
            <Card
              flush
              title={<Plural value={options.filter(({ verdict }) => verdict === 'FITS').length} _0="No city fits as things are" one="# city fits" other="# cities fit" />}
              marks={<TextLink to="/rules"><Trans>Rules version {match.data.rulesVersion}</Trans></TextLink>}
            >
              <details className="border-b border-line px-4 py-2.5" open={asked.earliest !== null || asked.nights !== null}>
                <summary className="cursor-pointer text-sm text-muted"><Trans>Try other dates</Trans></summary>
                <div className="pt-3">
                  <OtherDatesForm
                    key={`${match.data.window.earliest}${match.data.window.latest}${String(match.data.lengthNights)}`}
                    start={{ ...match.data.window, nights: match.data.lengthNights }}
                    onAsk={(question) => void setAsked(question)}
                  />
                </div>
              </details>
              {options.length === 0 ? (
                <EmptyState icon="city" title={<Trans>No host city is active</Trans>} />
              ) : (
                <OptionList options={options} chosen={shown?.city.slug ?? null} onChoose={(slug) => void setAsked({ city: slug })} onPropose={setProposing} />
              )}
            </Card>
            {shown && (
              <div className="grid gap-5">
                <WhyCity option={shown} isLikely={shown.verdict === 'FITS' || shown.verdict === 'UNKNOWN'} />
                {shown.best && (
                  <Card title={<Trans>Visa days, {formatDays(shown.best.span.from, shown.best.span.until)}</Trans>}>
                    <VisaStrip code={code} planned={shown.best.span} />
                  </Card>
                )}
              </div>
            )}
          </div>
        </>
      )}
      {proposing?.best && (
        <ProposeDialog
          defender={{ code, codeName: defender.codeName }}
          places={placesOf(options)}
          start={{ placeId: proposing.best.place.id, arrivesOn: proposing.best.span.from, departsOn: proposing.best.span.until }}
          adviceOn={(placeId) => adviceOn(options, placeId)}
          onClose={() => { setProposing(null); }}
          onProposed={(stayId) => void navigate(`/stays/${stayId}`)}
        />
      )}
      <p className="sr-only" role="status">{match.isFetching ? t`Looking again` : ''}</p>
    </DefenderFrame>
  );
}
