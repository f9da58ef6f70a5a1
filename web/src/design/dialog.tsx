import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { tv, type VariantProps } from 'tailwind-variants/lite';
import { IconButton } from './button.tsx';

const sheet = tv({
  base: 'w-full overflow-y-auto rounded-lg border border-line bg-raised shadow-float outline-none max-h-[calc(100dvh-2rem)] max-sm:max-h-[92dvh] max-sm:rounded-b-none max-sm:border-x-0',
  variants: { size: { sm: 'sm:max-w-md', md: 'sm:max-w-xl', lg: 'sm:max-w-4xl' } },
  defaultVariants: { size: 'sm' },
});

type Props = VariantProps<typeof sheet> & {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** One sentence under the title: what this does. */
  readonly lead?: ReactNode;
  /** An alert asks for a decision and doesn't close by a click beside it. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
};

/** A sheet over the page for one act. It takes the focus, keeps it, and gives it back; Escape closes it. */
export function Dialog({ isOpen, onClose, title, lead, size, role = 'dialog', children }: Props) {
  const { t } = useLingui();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={role === 'dialog'}
      className="fixed inset-0 z-40 grid place-items-center bg-shade p-4 max-sm:items-end max-sm:p-0"
    >
      <Modal className={sheet({ size })}>
        <AriaDialog role={role} className="grid gap-4 p-5 outline-none">
          <header className="flex items-start justify-between gap-4">
            <div className="grid gap-1">
              <Heading slot="title" level={2} className="text-lg font-semibold">
                {title}
              </Heading>
              {lead && <p className="text-sm text-muted">{lead}</p>}
            </div>
            <IconButton
              icon="close"
              label={t`Close`}
              size="sm"
              onPress={onClose}
              className="-me-1.5 -mt-1"
            />
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The buttons at the foot of a dialog or form, the main one last. */
export function Actions({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-end gap-2 pt-1 max-sm:flex-col-reverse max-sm:[&>*]:w-full">
      {children}
    </div>
  );
}
