import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { isRouteErrorResponse, useRevalidator, useRouteError } from 'react-router';
import { Failure } from '../api/failure.tsx';
import { isNotFound } from '../api/problems.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { Page, PageHeader } from '../design/layout.tsx';
import { EmptyState, ErrorState } from '../design/states.tsx';

/** Said for what doesn't exist and for what the reader may not see, in the same words. */
export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <Page>
      <PageHeader title={t`Not found`} tabTitle={t`Not found`} />
      <EmptyState
        icon="question"
        title={<Trans>There is nothing here that you may see.</Trans>}
        action={
          <ButtonLink to="/">
            <Trans>To the start</Trans>
          </ButtonLink>
        }
      >
        <Trans>The address may be mistyped, or it belongs to another role or city.</Trans>
      </EmptyState>
    </Page>
  );
}

// Browsers word this differently, and none gives it a type of its own.
const isLostChunk = (failure: unknown) =>
  failure instanceof TypeError && /import|module/i.test(failure.message);

/** What a page shows when it can't be shown: what happened, what to do, the request's id. */
export function PageError() {
  const { t } = useLingui();
  const failure = useRouteError();
  const { revalidate } = useRevalidator();
  const client = useQueryClient();
  if (isNotFound(failure) || (isRouteErrorResponse(failure) && failure.status === 404)) {
    return <NotFoundPage />;
  }
  return (
    <Page>
      <PageHeader title={t`This page can't be shown`} tabTitle={t`Error`} />
      {isLostChunk(failure) ? (
        <ErrorState
          title={<Trans>A part of this page couldn't be fetched.</Trans>}
          detail={
            <>
              <Trans>Shelter City may have been renewed meanwhile.</Trans>{' '}
              <Button
                size="sm"
                onPress={() => {
                  location.reload();
                }}
              >
                <Trans>Load again</Trans>
              </Button>
            </>
          }
        />
      ) : (
        <Failure
          error={failure}
          onRetry={() => {
            client.removeQueries({ predicate: ({ state }) => state.status === 'error' });
            void revalidate();
          }}
        />
      )}
    </Page>
  );
}
