import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../design/button.tsx';
import { Card } from '../design/layout.tsx';
import { ChangePasswordDialog } from './change-password-dialog.tsx';
import { useSession } from './own-session.ts';

/** The own password, for whoever has one. */
export function PasswordCard() {
  const { waysIn } = useSession();
  const [isOpen, setOpen] = useState(false);
  if (!waysIn.password) return null;
  return (
    <Card
      title={<Trans>Password</Trans>}
      actions={
        <Button
          size="sm"
          onPress={() => {
            setOpen(true);
          }}
        >
          <Trans>Change the password</Trans>
        </Button>
      }
    >
      <p className="text-muted">
        <Trans>Opens your account together with the code of your authenticator.</Trans>
      </p>
      {isOpen && (
        <ChangePasswordDialog
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </Card>
  );
}
