import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { PageRoute } from '../app/page-route.ts';
import { capacityQueries } from '../capacity/capacity-queries.ts';
import { CapacitySection } from '../capacity/capacity-section.tsx';
import { StatusMark } from '../design/badge.tsx';
import { ButtonLink } from '../design/button.tsx';
import { Page, PageHeader } from '../design/layout.tsx';
import { cityQueries } from './city-queries.ts';
import { cityStatusMarks, cityStatusWords } from './city-words.ts';
import { PlacesCard } from './places-card.tsx';
import { ProfileCard } from './profile-card.tsx';

export const route: PageRoute = (client) => ({
  loader: async ({ params }) => {
    const slug = params['slug'] ?? '';
    // The section shows its own failure; here it is only asked early.
    void client.query(capacityQueries.city(slug, null)).catch(() => undefined);
    await client.query({ ...cityQueries.detail(slug), staleTime: 'static' });
    return null;
  },
  Component: CityPage,
});

function CityPage() {
  const { t, i18n } = useLingui();
  const slug = useParams()['slug'] ?? '';
  const { data: city } = useSuspenseQuery(cityQueries.detail(slug));
  return (
    <Page>
      <PageHeader
        title={city.name}
        tabTitle={t`City`}
        lead={<Trans>{city.region}, host city since {String(city.joinedYear)}</Trans>}
        marks={<StatusMark {...cityStatusMarks[city.status]}>{i18n._(cityStatusWords[city.status])}</StatusMark>}
        actions={<ButtonLink to={`/board?city=${slug}`} icon="board"><Trans>Stays on the board</Trans></ButtonLink>}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[3fr_2fr] [&>*]:min-w-0">
        <section aria-labelledby="capacity" className="grid gap-3">
          <h2 id="capacity" className="text-lg"><Trans>Capacity</Trans></h2>
          <CapacitySection slug={slug} />
        </section>
        <div className="grid gap-5">
          <ProfileCard city={city} />
          <PlacesCard city={city} />
        </div>
      </div>
    </Page>
  );
}
