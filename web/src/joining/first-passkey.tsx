import { Trans } from '@lingui/react/macro';
import type { SessionView } from '@shelter-city/contract/session';
import { useMutation } from '@tanstack/react-query';
import { Card } from '../design/layout.tsx';
import { PasskeyNameForm } from '../passkeys/passkey-name-form.tsx';
import { joiningActs } from './joining-queries.ts';

type Props = { readonly token: string; readonly onEnter: (session: SessionView) => Promise<void> };

/** The better way in: a passkey, made on this device. */
export function FirstPasskey({ token, onEnter }: Props) {
  const { mutateAsync: send } = useMutation(joiningActs.usePasskey(token));
  return (
    <Card title={<Trans>With a passkey (best)</Trans>}>
      <p className="mb-4 text-muted">
        <Trans>
          It stays on your device, opens with your finger, face or PIN, and works on this address
          only.
        </Trans>
      </p>
      <PasskeyNameForm
        name=""
        action={<Trans>Make a passkey</Trans>}
        onName={async (name) => {
          const device = await import('../session/passkey-device.ts');
          try {
            const made = await device.makePasskey(await joiningActs.passkeyOptions(token));
            await onEnter(await send({ name, ...made }));
          } catch (failure) {
            return device.passkeyFailureWords(failure);
          }
          return undefined;
        }}
      />
    </Card>
  );
}
