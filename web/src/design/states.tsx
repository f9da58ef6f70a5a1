import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';

type EmptyProps = {
  readonly icon?: IconName;
  readonly title: ReactNode;
  /** What will appear here, and when. */
  readonly children?: ReactNode;
  /** One button or link. */
  readonly action?: ReactNode;
};

/** Nothing here yet: what will appear, and the one thing to do. */
export function EmptyState({ icon = 'inbox', title, children, action }: EmptyProps) {
  return (
    <div className="grid justify-items-center gap-1.5 px-4 py-12 text-center">
      <Icon name={icon} className="mb-1 size-6 text-muted" />
      <p className="text-lg font-medium">{title}</p>
      {children && <div className="max-w-md text-muted">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}

type ErrorProps = {
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly requestId?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
};

/** What happened, what to do, and the id to quote. */
export function ErrorState({ title, detail, requestId, onRetry }: ErrorProps) {
  return (
    <div role="alert" className="grid justify-items-center gap-1.5 px-4 py-12 text-center">
      <Icon name="alert" className="mb-1 size-6 text-bad" />
      <p className="text-lg font-medium">{title}</p>
      {detail && <p className="max-w-md text-muted">{detail}</p>}
      {requestId && <RequestId id={requestId} />}
      {onRetry && (
        <Button className="mt-3" onPress={onRetry}>
          <Trans>Try again</Trans>
        </Button>
      )}
    </div>
  );
}

function RequestId({ id }: { readonly id: string }) {
  return (
    <p className="text-xs text-muted">
      <Trans>
        Request <code className="font-mono select-all">{id}</code>
      </Trans>
    </p>
  );
}

/** Grey lines in the place of what is coming, as tall as it will be. */
export function Skeleton({
  lines = 3,
  className = 'h-4',
}: {
  readonly lines?: number;
  readonly className?: string;
}) {
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">
        <Trans>Loading</Trans>
      </span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} aria-hidden="true" className={`skeleton block ${className}`} />
      ))}
    </div>
  );
}
