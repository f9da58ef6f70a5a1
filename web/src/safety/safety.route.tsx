import { useParams } from 'react-router';
import type { PageRoute } from '../app/page-route.ts';
import { cityQueries } from '../cities/city-queries.ts';
import { DefenderFrame } from '../defenders/defender-frame.tsx';
import { defenderQueries } from '../defenders/defender-queries.ts';
import { ContactCard } from './contact-card.tsx';
import { PublicityCard } from './publicity-card.tsx';
import { safetyQueries } from './safety-queries.ts';
import { WithholdingCard } from './withholding-card.tsx';

export const route: PageRoute = (client) => ({
  loader: async ({ params }) => {
    const code = params['code'] ?? '';
    await Promise.all([
      client.query({ ...defenderQueries.detail(code), staleTime: 'static' }),
      client.query({ ...cityQueries.list(), staleTime: 'static' }),
      client.query({ ...safetyQueries.contact(code), staleTime: 'static' }),
      client.query({ ...safetyQueries.publicity(code), staleTime: 'static' }),
      client.query({ ...safetyQueries.withholding(code), staleTime: 'static' }),
    ]);
    return null;
  },
  Component: SafetyPage,
});

/** How a person may be reached, what may be said of them, and with whom nothing is shared. */
function SafetyPage() {
  const code = useParams()['code'] ?? '';
  return (
    <DefenderFrame code={code}>
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <div className="grid gap-5">
          <ContactCard code={code} />
          <WithholdingCard code={code} />
        </div>
        <PublicityCard code={code} />
      </div>
    </DefenderFrame>
  );
}
