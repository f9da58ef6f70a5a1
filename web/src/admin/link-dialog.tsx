import { Trans, useLingui } from '@lingui/react/macro';
import type { AccountView, OneTimeLink } from '@shelter-city/contract/accounts';
import { useState } from 'react';
import { Button } from '../design/button.tsx';
import { formatInstant } from '../design/days.ts';
import { Actions, Dialog } from '../design/dialog.tsx';
import { TextField } from '../design/text-field.tsx';

type Props = {
  readonly account: AccountView;
  readonly link: OneTimeLink;
  readonly onClose: () => void;
};

/** Shows a link the one time that it is shown, and says how to hand it over. */
export function LinkDialog({ account, link, onClose }: Props) {
  const { t } = useLingui();
  const [isCopied, setCopied] = useState(false);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      role="alertdialog"
      title={t`A link for ${account.displayName}`}
      lead={t`It is shown once. It works once, until ${formatInstant(link.expiresAt)}.`}
    >
      <TextField
        label={t`Link`}
        readOnly
        value={link.address}
        onFocus={(event) => {
          event.target.select();
        }}
      />
      <p className="text-sm text-muted">
        <Trans>
          No mail is sent. Hand it over in person, or over a channel that you both trust, such as a
          call or an encrypted message; never by mail. Whoever holds it can come in as this person.
        </Trans>
      </p>
      <Actions>
        <Button
          onPress={() => {
            void navigator.clipboard.writeText(link.address).then(() => {
              setCopied(true);
            });
          }}
        >
          {isCopied ? <Trans>Copied</Trans> : <Trans>Copy the link</Trans>}
        </Button>
        <Button variant="primary" onPress={onClose}>
          <Trans>Done</Trans>
        </Button>
      </Actions>
    </Dialog>
  );
}
