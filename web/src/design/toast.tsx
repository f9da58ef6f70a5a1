import { Trans, useLingui } from '@lingui/react/macro';
import { UNSTABLE_Toast as AriaToast, UNSTABLE_ToastContent as Content, UNSTABLE_ToastQueue as Queue, UNSTABLE_ToastRegion as Region } from 'react-aria-components/Toast';
import { Button, IconButton } from './button.tsx';
import { Icon } from './icon.tsx';

/** What just happened, in one sentence without a person's name, and the way back where there is one. */
export type ToastMessage = {
  readonly text: string;
  readonly tone?: 'ok' | 'bad';
  /** Undoes what was done, through the server's stored inverse. Offered for ten seconds. */
  readonly undo?: () => void;
};

const queue = new Queue<ToastMessage>({ maxVisibleToasts: 3 });

/** Says what just happened at the foot of the page: ten seconds with a way back, six without, and a failure until it is closed. */
export function showToast(message: ToastMessage): void {
  const timeout = message.undo ? 10_000 : 6_000;
  queue.add(message, message.tone === 'bad' ? {} : { timeout });
}

/** Empties the region, at sign-out and at the quick lock. */
export function clearToasts(): void {
  queue.clear();
}

/** Where toasts appear. The frame holds the only one. */
export function ToastRegion() {
  const { t } = useLingui();
  return (
    <Region
      queue={queue}
      aria-label={t`Messages`}
      className="fixed inset-e-4 bottom-4 z-50 grid w-[min(26rem,calc(100vw-2rem))] gap-2 outline-none max-md:bottom-18 print:hidden"
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className="flex items-center gap-2 rounded-lg border border-line bg-raised py-2 ps-3 pe-2 shadow-float"
        >
          <Icon
            name={toast.content.tone === 'bad' ? 'alert' : 'check'}
            className={`size-4 ${toast.content.tone === 'bad' ? 'text-bad' : 'text-ok'}`}
          />
          <Content className="min-w-0 grow text-base">{toast.content.text}</Content>
          {toast.content.undo && (
            <Button
              size="sm"
              icon="undo"
              onPress={() => {
                toast.content.undo?.();
                queue.close(toast.key);
              }}
            >
              <Trans>Undo</Trans>
            </Button>
          )}
          <IconButton slot="close" icon="close" size="sm" label={t`Close`} />
        </AriaToast>
      )}
    </Region>
  );
}
