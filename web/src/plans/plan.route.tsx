import { Trans } from '@lingui/react/macro';
import type { PlanView } from '@shelter-city/contract/plans';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { failureWords } from '../api/failure-text.ts';
import type { PageRoute } from '../app/page-route.ts';
import { Banner } from '../design/banner.tsx';
import { Card, Page } from '../design/layout.tsx';
import { ChangePlanDialog } from './change-plan-dialog.tsx';
import { CohortTable } from './cohort-table.tsx';
import { PlanBoard } from './plan-board.tsx';
import { PlanHead } from './plan-head.tsx';
import { PlanLoad } from './plan-load.tsx';
import { planMutations, planQueries } from './plan-queries.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { WhyDialog } from './why-dialog.tsx';
import { ViewChoice } from './view-choice.tsx';

export const route: PageRoute = (client) => ({
  loader: async ({ params }) => {
    await client.query(planQueries.detail(params['planId'] ?? ''));
    return null;
  },
  Component: PlanPage,
});

const views = ['table', 'board'] as const;

function PlanPage() {
  const navigate = useNavigate();
  const planId = useParams()['planId'] ?? '';
  const { data: plan } = useSuspenseQuery(planQueries.detail(planId));
  const [{ view, who }, setAddress] = useQueryStates({ view: parseAsStringLiteral(views).withDefault('table'), who: parseAsString });
  const [isPublishing, setPublishing] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const client = useQueryClient();
  // The next act must know the version that this one made, before the page has asked again.
  const onSuccess = (next: PlanView) => { client.setQueryData(planQueries.detail(planId).queryKey, next); };
  const run = useMutation({ ...planMutations.run(planId), onSuccess });
  const stop = useMutation({ ...planMutations.stop(planId), onSuccess });
  const wish = useMutation({ ...planMutations.wish(planId), onSuccess });
  const failure = run.error ?? stop.error ?? wish.error;
  const explained = plan.cohort.find(({ defender }) => defender.code === who);
  const begin = (keep: boolean) => { run.mutate({ version: plan.version, keep }); };
  return (
    <Page>
      <PlanHead
        plan={plan}
        isStarting={run.isPending}
        isStopping={stop.isPending}
        onRun={begin}
        onStop={() => { stop.mutate(); }}
        onPublish={() => { setPublishing(true); }}
        onChange={() => { setChanging(true); }}
        onGone={() => void navigate('/plans')}
        onCopied={(copyId) => void navigate(`/plans/${copyId}`)}
      />
      {failure !== null && <Banner tone="bad" icon="alert" role="alert">{failureWords(failure)}</Banner>}
      <Card
        flush
        title={<Trans>Who, where and when</Trans>}
        marks={<ViewChoice views={views} view={view} onChoose={(one) => void setAddress({ view: one })} />}
      >
        {view === 'table' ? (
          <CohortTable plan={plan} onExplain={(code) => void setAddress({ who: code })} onWish={(change) => { wish.mutate({ version: plan.version, ...change }); }} />
        ) : (
          <div className="p-3"><PlanBoard plan={plan} onOpen={(code) => void setAddress({ who: code })} /></div>
        )}
      </Card>
      <PlanLoad plan={plan} />
      {explained && <WhyDialog plan={plan} person={explained} onClose={() => void setAddress({ who: null })} />}
      {isChanging && <ChangePlanDialog plan={plan} onChanged={onSuccess} onClose={() => { setChanging(false); }} />}
      {isPublishing && <PublishDialog plan={plan} onClose={() => { setPublishing(false); }} onReplan={() => { setPublishing(false); begin(true); }} />}
    </Page>
  );
}
