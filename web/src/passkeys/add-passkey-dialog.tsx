import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { Dialog } from '../design/dialog.tsx';
import { showToast } from '../design/toast.tsx';
import { passkeyActs, sessionMutations } from '../session/session-queries.ts';
import { PasskeyNameForm } from './passkey-name-form.tsx';

/** Registers one more passkey: a name for it, then the device asks for finger, face or PIN. */
export function AddPasskeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const { mutateAsync: add } = useMutation(sessionMutations.addPasskey());
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Add a passkey`}
      lead={t`Your device will ask for your finger, face or PIN. Add a second one on another device, so that losing one locks nobody out.`}
    >
      <PasskeyNameForm
        name=""
        action={<Trans>Continue</Trans>}
        onClose={onClose}
        onName={async (name) => {
          const device = await import('../session/passkey-device.ts');
          try {
            await add({ name, ...(await device.makePasskey(await passkeyActs.addOptions())) });
          } catch (failure) {
            return device.passkeyFailureWords(failure);
          }
          showToast({ text: t`The passkey was added.` });
          onClose();
          return undefined;
        }}
      />
    </Dialog>
  );
}
