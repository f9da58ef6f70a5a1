import { useLingui } from '@lingui/react/macro';
import type { passkeyRequestOptions, PasskeyUsed } from '@shelter-city/contract/passkeys';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { Banner } from '../design/banner.tsx';
import { Button } from '../design/button.tsx';

type Props<T> = {
  readonly options: () => Promise<z.output<typeof passkeyRequestOptions>>;
  readonly send: (used: PasskeyUsed) => Promise<T>;
  readonly onDone: (answer: T) => unknown;
  /** Before the device is asked. */
  readonly onAsk?: () => void;
  /** When nothing came of it. */
  readonly onRefused?: () => void;
  readonly variant?: 'primary' | 'secondary';
  readonly children: ReactNode;
};

/** Asks the device for a passkey and sends what it signed. The code for it comes when it is first pressed. */
export function PasskeyButton<T>({
  options,
  send,
  onDone,
  onAsk,
  onRefused,
  variant = 'secondary',
  children,
}: Props<T>) {
  const { t } = useLingui();
  const sign = useMutation({
    mutationFn: async () => {
      const device = await import('./passkey-device.ts');
      try {
        return { answer: await send(await device.usePasskeyOfDevice(await options())) };
      } catch (failure) {
        return { refusal: device.passkeyFailureWords(failure) };
      }
    },
    onSuccess: (result) => {
      if ('answer' in result) return onDone(result.answer);
      onRefused?.();
      return undefined;
    },
  });
  const refusal = sign.isError
    ? t`Something went wrong on this page.`
    : sign.data && 'refusal' in sign.data
      ? sign.data.refusal
      : undefined;
  return (
    <div className="grid gap-3">
      {refusal !== undefined && (
        <Banner tone="bad" icon="alert" role="alert">
          {refusal}
        </Banner>
      )}
      <Button
        variant={variant}
        icon="key"
        isPending={sign.isPending}
        onPress={() => {
          onAsk?.();
          sign.mutate();
        }}
      >
        {children}
      </Button>
    </div>
  );
}
