import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { CityStay, GuestCard } from '@shelter-city/contract/city-home';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { today } from '../app/clock.ts';
import type { PageRoute } from '../app/page-route.ts';
import { StatusMark } from '../design/badge.tsx';
import { ButtonLink } from '../design/button.tsx';
import { formatDay } from '../design/days.ts';
import { Card, DescriptionList, Page, PageHeader } from '../design/layout.tsx';
import { GuestContact } from '../safety/guest-contact.tsx';
import { stayStatusMarks, stayStatusWords } from '../stays/stay-words.ts';
import { cityHomeQueries } from './city-home-queries.ts';
import { GuestBody } from './guest-body.tsx';
import { GuestFacts } from './guest-facts.tsx';
import { GuestReveals } from './guest-reveals.tsx';
import { AnswerBy, RequestBody } from './request-body.tsx';
import { WhatNextDialog } from './what-next-dialog.tsx';

/** One stay as its city may see it today: a request, a guest, or what is left of it afterwards. */
export const route: PageRoute = (client) => ({
  loader: async ({ params }) => {
    await client.query({ ...cityHomeQueries.stay(params['stayId'] ?? ''), staleTime: 'static' });
    return null;
  },
  Component: CityStayPage,
});

function CityStayPage() {
  const { t, i18n } = useLingui();
  const { data: stay } = useSuspenseQuery(cityHomeQueries.stay(useParams()['stayId'] ?? ''));
  const [confirmed, setConfirmed] = useState<GuestCard | null>(null);
  const status = stay.phase === 'PROPOSED' ? 'PROPOSED' : stay.status;
  return (
    <Page width="text">
      <PageHeader
        title={stay.codeName}
        tabTitle={stay.phase === 'PROPOSED' ? t`Request` : t`Stay`}
        marks={stay.phase === 'PROPOSED' ? <AnswerBy request={stay} asOf={today()} /> : <StatusMark {...stayStatusMarks[status]}>{i18n._(stayStatusWords[status])}</StatusMark>}
        actions={<ButtonLink to="/city" icon="arrow-left" variant="quiet"><Trans>Our city</Trans></ButtonLink>}
      />
      <Phase stay={stay} onConfirmed={setConfirmed} />
      {confirmed && <WhatNextDialog guest={confirmed} onClose={() => { setConfirmed(null); }} />}
    </Page>
  );
}

function Phase({ stay, onConfirmed }: { readonly stay: CityStay; readonly onConfirmed: (guest: GuestCard) => void }) {
  const { t, i18n } = useLingui();
  switch (stay.phase) {
    case 'PROPOSED':
      return (
        <>
          <Card><RequestBody request={stay} onConfirmed={onConfirmed} /></Card>
          <p className="text-sm text-muted"><Trans>Before your yes you see the month and what is needed; the exact days open with it, and the name if the guest agrees.</Trans></p>
        </>
      );
    case 'CONFIRMED':
      return (
        <>
          <Card title={<Trans>The stay</Trans>}><GuestBody guest={stay} asOf={today()} /></Card>
          <Card title={<Trans>What to prepare</Trans>}>
            <div className="grid gap-4">
              <GuestFacts stay={stay} />
              {stay.why !== null && (
                <section className="grid gap-0.5" aria-label={t`Why your city`}>
                  <p className="text-sm text-muted"><Trans>Why your city</Trans></p>
                  <p className="max-w-prose whitespace-pre-line">{stay.why}</p>
                </section>
              )}
            </div>
          </Card>
          <GuestContact stayId={stay.id} />
          <GuestReveals guest={stay} />
        </>
      );
    case 'AFTER':
      return (
        <Card title={<Trans>What is left</Trans>}>
          <DescriptionList
            facts={[
              { term: t`State`, value: i18n._(stayStatusWords[stay.status]) },
              { term: t`Place`, value: stay.place.label },
              { term: t`Length`, value: <Plural value={stay.nights} one="# night" other="# nights" /> },
              { term: stay.status === 'DECLINED' ? t`Answered on` : t`Ended on`, value: formatDay(stay.endedOn) },
            ]}
          />
          <p className="mt-4 text-sm text-muted"><Trans>Thirty days after the end this page closes by itself.</Trans></p>
        </Card>
      );
  }
}
