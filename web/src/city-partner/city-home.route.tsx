import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { GuestCard } from '@shelter-city/contract/city-home';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PageRoute } from '../app/page-route.ts';
import { StatusMark } from '../design/badge.tsx';
import { ButtonLink } from '../design/button.tsx';
import { Card, Page, PageHeader } from '../design/layout.tsx';
import { EmptyState } from '../design/states.tsx';
import { TextLink } from '../design/text-link.tsx';
import { stayStatusMarks, stayStatusWords } from '../stays/stay-words.ts';
import { CapacitySummary, MissingFacts } from './capacity-summary.tsx';
import { cityHomeQueries } from './city-home-queries.ts';
import { GuestBody } from './guest-body.tsx';
import { PastList } from './past-list.tsx';
import { AnswerBy, RequestBody } from './request-body.tsx';
import { WhatNextDialog } from './what-next-dialog.tsx';

export const route: PageRoute = (client) => ({
  loader: async () => {
    await client.query({ ...cityHomeQueries.home(), staleTime: 'static' });
    return null;
  },
  Component: CityHomePage,
});

function CityHomePage() {
  const { t, i18n } = useLingui();
  const { data: home } = useSuspenseQuery(cityHomeQueries.home());
  const [confirmed, setConfirmed] = useState<GuestCard | null>(null);
  const { city, asOf, requests, guests, past } = home;
  return (
    <Page>
      <PageHeader
        title={city.name}
        tabTitle={t`Our city`}
        lead={<Plural value={requests.length} _0="No request waits for you." one="# request waits for your answer." other="# requests wait for your answer." />}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[3fr_2fr] [&>*]:min-w-0">
        <div className="grid gap-5">
          {requests.map((request) => (
            <Card key={request.id} title={<TextLink to={`/city/requests/${request.id}`} className="text-ink">{request.codeName}</TextLink>} marks={<AnswerBy request={request} asOf={asOf} />}>
              <RequestBody request={request} onConfirmed={setConfirmed} />
            </Card>
          ))}
          <Card title={<Trans>Guests</Trans>} marks={guests.length > 0 && <span className="text-sm text-muted tabular-nums">{guests.length}</span>} flush>
            {guests.length === 0 ? (
              <EmptyState icon="people" title={<Trans>No guest now or on the way</Trans>} action={<ButtonLink to="/city/capacity"><Trans>See our capacity</Trans></ButtonLink>}>
                <Trans>Once you say yes to a request, the guest appears here with the days and what to prepare.</Trans>
              </EmptyState>
            ) : (
              <ul className="divide-y divide-line">
                {guests.map((guest) => (
                  <li key={guest.id} className="grid gap-2 p-4">
                    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                      <h3 className="text-base"><TextLink to={`/city/stays/${guest.id}`} className="text-ink">{guest.codeName}</TextLink></h3>
                      <StatusMark {...stayStatusMarks[guest.status]}>{i18n._(stayStatusWords[guest.status])}</StatusMark>
                    </div>
                    <GuestBody guest={guest} asOf={asOf} />
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </div>
        <div className="grid gap-5">
          <CapacitySummary home={home} />
          <MissingFacts home={home} />
          {past.length > 0 && <PastList past={past} />}
        </div>
      </div>
      {confirmed && <WhatNextDialog guest={confirmed} onClose={() => { setConfirmed(null); }} />}
    </Page>
  );
}
