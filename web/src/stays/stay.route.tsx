import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { StayView } from '@shelter-city/contract/stays';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { failureWords } from '../api/failure-text.ts';
import type { PageRoute } from '../app/page-route.ts';
import { Banner } from '../design/banner.tsx';
import { StatusMark } from '../design/badge.tsx';
import { Button, ButtonLink } from '../design/button.tsx';
import { formatDay, formatDays, formatInstant } from '../design/days.ts';
import { Card, DescriptionList, Page, PageHeader } from '../design/layout.tsx';
import { TextLink } from '../design/text-link.tsx';
import { showToast } from '../design/toast.tsx';
import { DecisionCard } from '../matching/decision-card.tsx';
import { VisaStrip } from '../visa/visa-strip.tsx';
import { ActDialog, type AskingAct } from './act-dialog.tsx';
import { actWords, isCoordinatorAct, type CoordinatorAct } from './act-words.ts';
import { HistoryList } from './history-list.tsx';
import { lastHeldDay } from './last-held-day.ts';
import { useOverruling } from './overruling.tsx';
import { stayMutations, stayQueries } from './stay-queries.ts';
import { TakeDatesDialog } from './take-dates-dialog.tsx';
import { cancelReasonWords, cutShortReasonWords, declineReasonWords, stayStatusMarks, stayStatusWords, trackWords } from './stay-words.ts';

export const route: PageRoute = (client) => ({
  loader: async ({ params }) => {
    const stayId = params['stayId'] ?? '';
    await Promise.all([client.query({ ...stayQueries.detail(stayId), staleTime: 'static' }), client.query({ ...stayQueries.history(stayId), staleTime: 'static' })]);
    return null;
  },
  Component: StayPage,
});

const atOnce = ['acceptOtherDates', 'travel', 'reviewReturn'] as const;
const isAtOnce = (act: CoordinatorAct): act is (typeof atOnce)[number] => atOnce.some((one) => one === act);
/** The acts that carry the stay on; each state has at most one or two of them, and the first is the page's main step. */
const onward: readonly CoordinatorAct[] = ['propose', 'acceptOtherDates', 'travel', 'arrive', 'reviewReturn', 'depart', 'close'];
const grave: readonly CoordinatorAct[] = ['cancel', 'noShow', 'cutShort', 'discard'];

function useReasonWords() {
  const { i18n } = useLingui();
  const words = { ...cutShortReasonWords, ...cancelReasonWords, ...declineReasonWords } as Readonly<Record<string, (typeof declineReasonWords)['OTHER'] | undefined>>;
  return (code: string) => { const word = words[code]; return word ? i18n._(word) : code; };
}

function Acts({ stay }: { readonly stay: StayView }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<AskingAct | null>(null);
  const onError = (error: Error) => { showToast({ tone: 'bad', text: failureWords(error) }); };
  const overruling = useOverruling(stay.otherDates?.from ?? '');
  const [isTaking, setTaking] = useState(false);
  const accept = useMutation({ ...stayMutations.change('acceptOtherDates'), onError: (error) => { if (overruling.takes(error)) setTaking(true); else onError(error); } });
  const travel = useMutation({ ...stayMutations.change('travel'), onError });
  const review = useMutation({ ...stayMutations.change('reviewReturn'), onError });
  const discard = useMutation({ ...stayMutations.discard(), onError, onSuccess: () => { showToast({ text: t`The draft is gone.` }); void navigate(`/defenders/${stay.defender.code}`); } });
  const isPending = accept.isPending || travel.isPending || review.isPending || discard.isPending;

  const acts = stay.may.filter(isCoordinatorAct);
  const main = acts.find((act) => onward.includes(act));
  const press = (act: CoordinatorAct) => {
    const change = { stayId: stay.id, body: { version: stay.version } };
    if (act === 'discard') discard.mutate({ stayId: stay.id, version: stay.version });
    else if (!isAtOnce(act)) setAsking(act);
    else ({ acceptOtherDates: accept, travel, reviewReturn: review })[act].mutate(change);
  };
  return (
    <>
      {acts.map((act) => (
        <Button key={act} isPending={isPending} variant={act === main ? 'primary' : grave.includes(act) ? 'quiet' : 'secondary'} onPress={() => { press(act); }}>
          {i18n._(actWords[act])}
        </Button>
      ))}
      {isTaking && <TakeDatesDialog stay={stay} overruling={overruling} onClose={() => { setTaking(false); }} />}
      {asking && <ActDialog stay={stay} act={asking} onClose={() => { setAsking(null); }} />}
    </>
  );
}

function StayPage() {
  const { t, i18n } = useLingui();
  const stayId = useParams()['stayId'] ?? '';
  const { data: stay } = useSuspenseQuery(stayQueries.detail(stayId));
  const { data: history } = useSuspenseQuery(stayQueries.history(stayId));
  const reasonWord = useReasonWords();
  return (
    <Page>
      <PageHeader
        title={<Trans>{stay.defender.codeName} in {stay.city.name}</Trans>}
        tabTitle={t`Stay`}
        marks={<StatusMark {...stayStatusMarks[stay.status]}>{i18n._(stayStatusWords[stay.status])}</StatusMark>}
        actions={<><ButtonLink to={`/stays/${stay.id}/card`} variant="quiet"><Trans>Event card</Trans></ButtonLink><Acts stay={stay} /></>}
      />
      {stay.status === 'NO_SHOW' && (
        <Banner tone="bad" icon="alert"><Trans>The guest did not arrive. Find out whether they are safe before anything else.</Trans></Banner>
      )}
      {stay.otherDates && stay.status === 'PROPOSED' && (
        <Banner tone="accent" icon="calendar">
          <Trans>{stay.city.name} can host on other dates: {formatDays(stay.otherDates.from, stay.otherDates.until)}.</Trans>
        </Banner>
      )}
      <div className="grid items-start gap-5 xl:grid-cols-[3fr_2fr]">
        <Card title={<Trans>The stay</Trans>}>
          <DescriptionList
            facts={[
              { term: t`Defender`, value: <TextLink to={`/defenders/${stay.defender.code}`}>{stay.defender.codeName}</TextLink> },
              { term: t`City`, value: <TextLink to={`/cities/${stay.city.slug}`}>{stay.city.name}</TextLink> },
              { term: t`Place`, value: stay.place.label },
              { term: t`Planned`, value: <span className="tabular-nums">{formatDays(stay.planned.from, stay.planned.until)}</span> },
              { term: t`Length`, value: <Plural value={stay.nights} one="# night" other="# nights" /> },
              { term: t`Visa days left at its end`, value: stay.visaDaysLeft ?? t`No visa needed` },
              ...(stay.actualArrivesOn === null ? [] : [{ term: t`Arrived`, value: formatDay(stay.actualArrivesOn) }]),
              ...(stay.actualDepartsOn === null ? [] : [{ term: t`Left`, value: formatDay(stay.actualDepartsOn) }]),
              ...(stay.holdExpiresAt === null || stay.status !== 'PROPOSED' ? [] : [{ term: t`Held until`, value: formatDay(lastHeldDay(stay.holdExpiresAt)) }]),
              ...(stay.proposedAt === null ? [] : [{ term: t`Proposed`, value: formatInstant(stay.proposedAt) }]),
              ...(stay.answeredAt === null ? [] : [{ term: t`Answered`, value: formatInstant(stay.answeredAt) }]),
              ...(stay.track === null ? [] : [{ term: t`Track`, value: i18n._(trackWords[stay.track]) }]),
              { term: t`Case lead`, value: stay.caseLead?.displayName ?? t`Nobody yet` },
              ...(stay.returnReviewedOn === null ? [] : [{ term: t`Return reviewed`, value: formatDay(stay.returnReviewedOn) }]),
              ...(stay.reasonCode === null ? [] : [{ term: t`Reason`, value: reasonWord(stay.reasonCode) }]),
              ...(stay.reasonNote === null ? [] : [{ term: t`Note`, value: stay.reasonNote }]),
            ]}
          />
          {stay.whyThisCity !== null && (
            <section className="mt-4 grid gap-1 border-t border-line pt-4">
              <h3 className="text-sm text-muted"><Trans>Why this city, as the city reads it</Trans></h3>
              <p className="max-w-prose whitespace-pre-line">{stay.whyThisCity}</p>
            </section>
          )}
        </Card>
        <div className="grid gap-5">
          {stay.status !== 'DRAFT' && <DecisionCard stayId={stay.id} matchLink={`/defenders/${stay.defender.code}/match`} />}
          <Card title={<Trans>Visa days</Trans>}>
            <VisaStrip
              code={stay.defender.code}
              planned={{ from: stay.actualArrivesOn ?? stay.planned.from, until: stay.actualDepartsOn ?? stay.planned.until, stayId: stay.id }}
            />
          </Card>
          <Card title={<Trans>History</Trans>} flush>
            <HistoryList lines={history.items} />
          </Card>
        </div>
      </div>
    </Page>
  );
}
