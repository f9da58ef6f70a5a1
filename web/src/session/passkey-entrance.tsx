import { Trans } from '@lingui/react/macro';
import type { SessionView } from '@shelter-city/contract/session';
import { Banner } from '../design/banner.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { passkeyActs } from './session-queries.ts';
import { usePasskeyOffer } from './use-passkey-offer.ts';

type Props = { readonly onEnter: (session: SessionView) => unknown };

/** Signing in with a passkey: by a button, or from the list under the e-mail field. */
export function PasskeyEntrance({ onEnter }: Props) {
  const { refusal, takeBack, offerAgain } = usePasskeyOffer(onEnter);
  return (
    <div className="grid gap-3">
      {refusal !== undefined && (
        <Banner tone="bad" icon="alert" role="alert">
          {refusal}
        </Banner>
      )}
      <PasskeyButton
        variant="primary"
        options={passkeyActs.startOptions}
        send={passkeyActs.start}
        onDone={onEnter}
        onAsk={takeBack}
        onRefused={offerAgain}
      >
        <Trans>Use a passkey</Trans>
      </PasskeyButton>
    </div>
  );
}
