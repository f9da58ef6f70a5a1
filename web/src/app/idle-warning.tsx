import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../design/button.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { useSignOut } from '../session/use-sign-out.ts';
import { warnedMinutes } from './use-idle.ts';

/** Asks whether anybody is there. What was typed stays as it is underneath. */
export function IdleWarning({ onStay }: { readonly onStay: () => void }) {
  const { t } = useLingui();
  const signOut = useSignOut();
  return (
    <Dialog
      isOpen
      onClose={onStay}
      role="alertdialog"
      title={t`Are you still there?`}
      lead={
        <Plural
          value={warnedMinutes}
          one="Nobody has touched this page for a while. In # minute you are signed out."
          other="Nobody has touched this page for a while. In # minutes you are signed out."
        />
      }
    >
      <Actions>
        <Button onPress={() => void signOut()}>
          <Trans>Sign out</Trans>
        </Button>
        <Button variant="primary" autoFocus onPress={onStay}>
          <Trans>Stay signed in</Trans>
        </Button>
      </Actions>
    </Dialog>
  );
}
