import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

/** How long something revealed stays in sight. */
export const revealSeconds = 60;

type Props<T> = {
  /** What is behind it, such as "Legal name". */
  readonly label: string;
  /** Fetches it with the reason. Call the API directly: what is revealed may not enter the query cache. */
  readonly onReveal: (reason: string) => Promise<T>;
  readonly children: (revealed: T) => ReactNode;
  readonly wordsFor: (failure: unknown) => string;
  readonly size?: 'sm' | 'md' | undefined;
};

/** Something that is shown only on purpose: a reason is asked and logged, and after sixty seconds it is gone again. */
export function Reveal<T>({ label, onReveal, children, wordsFor, size = 'sm' }: Props<T>) {
  const { t } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const [shown, setShown] = useState<{ readonly value: T }>();

  if (shown) {
    return (
      <Shown
        onHide={() => {
          setShown(undefined);
        }}
      >
        {children(shown.value)}
      </Shown>
    );
  }
  return (
    <>
      <Button
        size={size}
        icon="eye"
        className="justify-self-start"
        aria-label={t`Reveal: ${label}`}
        onPress={() => {
          setAsking(true);
        }}
      >
        <Trans>Reveal</Trans>
      </Button>
      <ReasonDialog
        isOpen={isAsking}
        onClose={() => {
          setAsking(false);
        }}
        title={t`Reveal: ${label}`}
        lead={t`Your reason is logged. It hides again after ${revealSeconds} seconds.`}
        action={<Trans>Reveal</Trans>}
        minimum={8}
        onReason={async ({ note }) => {
          setShown({ value: await onReveal(note) });
        }}
        wordsFor={wordsFor}
      />
    </>
  );
}

function Shown({
  children,
  onHide,
}: {
  readonly children: ReactNode;
  readonly onHide: () => void;
}) {
  const [left, setLeft] = useState(revealSeconds);
  useEffect(() => {
    const tick = setInterval(() => {
      setLeft((seconds) => seconds - 1);
    }, 1_000);
    return () => {
      clearInterval(tick);
    };
  }, []);
  useEffect(() => {
    if (left <= 0) onHide();
  }, [left, onHide]);
  // Another tab or window in front means nobody is reading here.
  useEffect(() => {
    const hideWhenUnseen = () => {
      if (document.visibilityState === 'hidden') onHide();
    };
    document.addEventListener('visibilitychange', hideWhenUnseen);
    return () => {
      document.removeEventListener('visibilitychange', hideWhenUnseen);
    };
  }, [onHide]);
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <div role="status" className="min-w-0 break-words">
        {children}
      </div>
      <Button size="sm" variant="quiet" onPress={onHide}>
        <Trans>
          Hide{' '}
          <span className="text-muted tabular-nums" aria-hidden="true">
            {left} s
          </span>
        </Trans>
      </Button>
    </div>
  );
}
