import { Trans, useLingui } from '@lingui/react/macro';
import type { OwnPasskey } from '@shelter-city/contract/passkeys';
import { useMutation } from '@tanstack/react-query';
import { failureWords } from '../api/failure-text.ts';
import { Dialog } from '../design/dialog.tsx';
import { sessionMutations } from '../session/session-queries.ts';
import { PasskeyNameForm } from './passkey-name-form.tsx';

type Props = { readonly passkey: OwnPasskey; readonly onClose: () => void };

/** Gives a passkey another name. */
export function RenamePasskeyDialog({ passkey, onClose }: Props) {
  const { t } = useLingui();
  const { mutateAsync: rename } = useMutation(sessionMutations.renamePasskey(passkey.id));
  return (
    <Dialog isOpen onClose={onClose} title={t`Rename ${passkey.name}`}>
      <PasskeyNameForm
        name={passkey.name}
        action={<Trans>Rename</Trans>}
        onClose={onClose}
        onName={async (name) => {
          try {
            await rename(name);
          } catch (failure) {
            return failureWords(failure);
          }
          onClose();
          return undefined;
        }}
      />
    </Dialog>
  );
}
