import { Trans, useLingui } from '@lingui/react/macro';
import type { OwnPasskey } from '@shelter-city/contract/passkeys';
import { useMutation } from '@tanstack/react-query';
import { failureWords } from '../api/failure-text.ts';
import { Banner } from '../design/banner.tsx';
import { Button } from '../design/button.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { showToast } from '../design/toast.tsx';
import { sessionMutations } from '../session/session-queries.ts';

type Props = { readonly passkey: OwnPasskey; readonly onClose: () => void };

/** Asks before a passkey stops opening the account. */
export function RemovePasskeyDialog({ passkey, onClose }: Props) {
  const { t } = useLingui();
  const remove = useMutation({
    ...sessionMutations.removePasskey(passkey.id),
    onSuccess: () => {
      showToast({ text: t`The passkey was removed.` });
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      role="alertdialog"
      title={t`Remove ${passkey.name}?`}
      lead={t`It will no longer open your account. Delete it on the device as well, so that it is not offered any more.`}
    >
      {remove.error && (
        <Banner tone="bad" icon="alert" role="alert">
          {failureWords(remove.error)}
        </Banner>
      )}
      <Actions>
        <Button onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button
          variant="danger"
          isPending={remove.isPending}
          onPress={() => {
            remove.mutate();
          }}
        >
          <Trans>Remove</Trans>
        </Button>
      </Actions>
    </Dialog>
  );
}
