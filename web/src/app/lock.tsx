import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '../design/button.tsx';
import { Icon } from '../design/icon.tsx';
import { clearToasts } from '../design/toast.tsx';
import { useSignOut } from '../session/use-sign-out.ts';
import { useBlankPage } from './use-blank-page.ts';

type Lock = {
  readonly isLocked: boolean;
  readonly lock: () => void;
  readonly unlock: () => void;
};

/** The quick lock: Ctrl+Shift+L blanks the screen at once. What was typed stays, out of sight. */
export function useLock(): Lock {
  const [isLocked, setLocked] = useState(false);
  useBlankPage(isLocked);
  return {
    isLocked,
    lock: () => {
      clearToasts();
      setLocked(true);
    },
    unlock: () => {
      setLocked(false);
    },
  };
}

/** All that is in sight while the screen is locked. */
export function LockSheet({ isLocked, unlock }: Lock) {
  const signOut = useSignOut();
  if (!isLocked) return null;
  return createPortal(
    <main
      data-lock
      className="grid min-h-dvh place-content-center justify-items-center gap-4 p-6 text-center"
    >
      <Icon name="lock" className="size-6 text-muted" />
      <h1 className="text-xl">
        <Trans>The screen is locked</Trans>
      </h1>
      <div className="flex gap-2">
        <Button variant="primary" autoFocus onPress={unlock}>
          <Trans>Show again</Trans>
        </Button>
        <Button onPress={() => void signOut()}>
          <Trans>Sign out</Trans>
        </Button>
      </div>
    </main>,
    document.body,
  );
}
