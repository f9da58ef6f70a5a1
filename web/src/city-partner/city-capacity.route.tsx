import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import type { PageRoute } from '../app/page-route.ts';
import { capacityQueries } from '../capacity/capacity-queries.ts';
import { CapacitySection } from '../capacity/capacity-section.tsx';
import { cityQueries } from '../cities/city-queries.ts';
import { PlacesCard } from '../cities/places-card.tsx';
import { ProfileCard } from '../cities/profile-card.tsx';
import { Page, PageHeader } from '../design/layout.tsx';
import { useAccount } from '../session/own-session.ts';
import { sessionQueries } from '../session/session-queries.ts';

export const route: PageRoute = (client) => ({
  loader: async () => {
    const session = await client.query({ ...sessionQueries.show(), staleTime: 'static' });
    const slug = session?.account.city?.slug;
    if (slug === undefined) return null;
    // The section shows its own failure; here it is only asked early.
    void client.query(capacityQueries.city(slug, null)).catch(() => undefined);
    await client.query({ ...cityQueries.detail(slug), staleTime: 'static' });
    return null;
  },
  Component: CityCapacityPage,
});

function CityCapacityPage() {
  const { city } = useAccount();
  // A partner always has a city; an account that lost it has nothing to see here.
  return city ? <OwnCapacity slug={city.slug} /> : <Navigate to="/settings" replace />;
}

function OwnCapacity({ slug }: { readonly slug: string }) {
  const { t } = useLingui();
  const { data: city } = useSuspenseQuery(cityQueries.detail(slug));
  return (
    <Page>
      <PageHeader title={<Trans>Capacity</Trans>} tabTitle={t`Capacity`} lead={<Trans>When guests can stay in {city.name}. Coordinators plan on confirmed dates only.</Trans>} />
      <div className="grid items-start gap-5 xl:grid-cols-[3fr_2fr] [&>*]:min-w-0">
        <CapacitySection slug={slug} />
        <div className="grid gap-5">
          <PlacesCard city={city} />
          <ProfileCard city={city} />
        </div>
      </div>
    </Page>
  );
}
