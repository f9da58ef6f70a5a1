import { Trans, useLingui } from '@lingui/react/macro';
import { plansBesideAtMost } from '@shelter-city/contract/plans';
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useNavigate, useParams } from 'react-router';
import { Failure } from '../api/failure.tsx';
import type { PageRoute } from '../app/page-route.ts';
import { Card, Page, PageHeader } from '../design/layout.tsx';
import { EmptyState, Skeleton } from '../design/states.tsx';
import { useIsNarrow } from '../design/use-is-narrow.ts';
import { ComparisonBoard } from './comparison-board.tsx';
import { ComparisonSummary } from './comparison-summary.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { DraftPicker } from './draft-picker.tsx';
import { LeftOutBeside } from './left-out-beside.tsx';
import { PersonBeside } from './person-beside.tsx';
import { planQueries } from './plan-queries.ts';
import { ViewChoice } from './view-choice.tsx';

export const route: PageRoute = (client) => ({
  loader: async () => {
    await client.query(planQueries.list());
    return null;
  },
  Component: ComparisonPage,
});

const views = ['table', 'board'] as const;

/** Two to four drafts side by side, on the board or as a table: what each comes to, and everybody's difference. */
function ComparisonPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { planId = '' } = useParams();
  const { data: list } = useSuspenseQuery(planQueries.list());
  const [{ beside, view: chosenView, who }, setAddress] = useQueryStates({
    beside: parseAsArrayOf(parseAsString).withDefault([]),
    view: parseAsStringLiteral(views),
    who: parseAsString,
  });
  // A phone shows three weeks of a board; what was chosen is shown on every screen.
  const isNarrow = useIsNarrow();
  const view = chosenView ?? (isNarrow ? 'table' : 'board');
  const others = [...new Set(beside)].filter((id) => id !== planId).slice(0, plansBesideAtMost);
  const comparison = useQuery({ ...planQueries.comparison(planId, others), enabled: others.length > 0, placeholderData: keepPreviousData });
  const compared = others.length > 0 ? comparison.data : undefined;
  const chosen = [planId, ...others].map((id) => ({ id, name: compared?.plans.find(({ plan }) => plan.id === id)?.plan.name ?? list.items.find((line) => line.id === id)?.name ?? '…' }));
  const choose = ([first, ...rest]: readonly string[]) => {
    if (first === planId || first === undefined) void setAddress({ beside: rest, who: null });
    else void navigate(`/plans/${first}/comparison?beside=${rest.join(',')}${chosenView === null ? '' : `&view=${chosenView}`}`);
  };
  return (
    <Page>
      <PageHeader title={<Trans>Drafts side by side</Trans>} tabTitle={t`Drafts side by side`} lead={<Trans>A is what the others are measured from. No city sees any of them.</Trans>} />
      <DraftPicker chosen={chosen} onChoose={choose} />
      {others.length === 0 ? (
        <Card><EmptyState icon="match" title={<Trans>Put another draft beside this one</Trans>} /></Card>
      ) : comparison.isError && !compared ? (
        <Failure error={comparison.error} onRetry={() => void comparison.refetch()} />
      ) : !compared ? (
        <Skeleton lines={10} className="h-9" />
      ) : (
        <>
          <Card
            flush
            title={<Trans>Who, where and when</Trans>}
            marks={<ViewChoice views={views} view={view} onChoose={(one) => void setAddress({ view: one })} />}
          >
            {view === 'table' ? (
              <ComparisonTable comparison={compared} />
            ) : (
              <>
                <PersonBeside comparison={compared} code={who} onClose={() => void setAddress({ who: null })} />
                <div className="p-3 print:hidden"><ComparisonBoard comparison={compared} who={who} onWho={(code) => void setAddress({ who: code })} /></div>
                {/* Paper doesn't scroll: there the table says the same. */}
                <div className="hidden print:block"><ComparisonTable comparison={compared} /></div>
              </>
            )}
          </Card>
          <Card flush title={<Trans>Without a place</Trans>}><LeftOutBeside comparison={compared} /></Card>
          <Card flush title={<Trans>What it comes to</Trans>}><ComparisonSummary comparison={compared} /></Card>
        </>
      )}
    </Page>
  );
}
