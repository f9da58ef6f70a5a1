import { Trans, useLingui } from '@lingui/react/macro';
import { Button as CloseButton } from 'react-aria-components/Button';
import { Text } from 'react-aria-components/Text';
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as Content,
  UNSTABLE_ToastRegion as Region,
} from 'react-aria-components/Toast';
import { Button, buttonStyles } from './button.tsx';
import { Icon } from './icon.tsx';
import { toastQueue } from './toast.tsx';

/** Where toasts appear. The frame holds the only one. */
export function ToastRegion() {
  const { t } = useLingui();
  return (
    <Region
      queue={toastQueue}
      aria-label={t`Messages`}
      className="fixed inset-e-4 bottom-4 z-50 grid w-[min(26rem,calc(100vw-2rem))] gap-2 outline-none max-md:top-15 max-md:bottom-auto print:hidden"
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
          <Content className="min-w-0 grow text-base">
            <Text slot="title">{toast.content.text}</Text>
          </Content>
          {toast.content.undo && (
            <Button
              size="sm"
              icon="undo"
              onPress={() => {
                toast.content.undo?.();
                toastQueue.close(toast.key);
              }}
            >
              <Trans>Undo</Trans>
            </Button>
          )}
          <CloseButton
            slot="close"
            aria-label={t`Close`}
            className={buttonStyles({ variant: 'quiet', size: 'sm', square: true })}
          >
            <Icon name="close" />
          </CloseButton>
        </AriaToast>
      )}
    </Region>
  );
}
