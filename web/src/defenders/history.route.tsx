import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { PageRoute } from '../app/page-route.ts';
import { Card } from '../design/layout.tsx';
import { HistoryList } from '../stays/history-list.tsx';
import { DefenderFrame } from './defender-frame.tsx';
import { defenderQueries } from './defender-queries.ts';

export const route: PageRoute = (client) => ({
  loader: async ({ params }) => {
    const code = params['code'] ?? '';
    await Promise.all([client.query({ ...defenderQueries.detail(code), staleTime: 'static' }), client.query({ ...defenderQueries.history(code), staleTime: 'static' })]);
    return null;
  },
  Component: HistoryPage,
});

function HistoryPage() {
  const code = useParams()['code'] ?? '';
  const { data } = useSuspenseQuery(defenderQueries.history(code));
  return (
    <DefenderFrame code={code}>
      <Card title={<Trans>History</Trans>} flush>
        <HistoryList lines={data.items} />
      </Card>
    </DefenderFrame>
  );
}
