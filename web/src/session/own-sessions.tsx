import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Failure } from '../api/failure.tsx';
import { failureWords } from '../api/failure-text.ts';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { formatInstant } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { Skeleton } from '../design/states.tsx';
import { showToast } from '../design/toast.tsx';
import { sessionMutations, sessionQueries } from './session-queries.ts';

/** Where one is signed in, and the way to end a session that is elsewhere. */
export function OwnSessions() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(sessionQueries.list());
  const sessions = data?.items.map((one) => ({ ...one, device: one.device || t`Unknown device` }));
  const end = useMutation({
    ...sessionMutations.endOther(),
    onSuccess: () => {
      showToast({ text: t`The session has ended.` });
    },
    onError: (failure) => {
      showToast({ text: failureWords(failure), tone: 'bad' });
    },
  });
  return (
    <Card title={<Trans>Where you are signed in</Trans>} flush>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : sessions ? (
        <ul>
          {sessions.map(({ id, device, createdAt, lastSeenAt, current }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-4 py-3 last:border-0"
            >
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {device}
                  {current && (
                    <Badge tone="accent">
                      <Trans>This one</Trans>
                    </Badge>
                  )}
                </p>
                <p className="text-sm text-muted">
                  <Trans>
                    Last used {formatInstant(lastSeenAt)} · since {formatInstant(createdAt)}
                  </Trans>
                </p>
              </div>
              {!current && (
                <Button
                  size="sm"
                  aria-label={t`End the session on ${device}`}
                  isPending={end.isPending && end.variables === id}
                  onPress={() => {
                    end.mutate(id);
                  }}
                >
                  <Trans>End</Trans>
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <div className="p-4">
          <Skeleton lines={2} className="h-9" />
        </div>
      )}
    </Card>
  );
}
