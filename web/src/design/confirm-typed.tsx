import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { Actions, Dialog } from './dialog.tsx';
import { TextField } from './text-field.tsx';

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** What is lost. */
  readonly lead: ReactNode;
  /** What must be typed, such as a code name. */
  readonly word: string;
  readonly action: ReactNode;
  readonly onConfirm: () => Promise<unknown>;
  readonly wordsFor: (failure: unknown) => string;
};

/** For what can't be undone: the button works only once the word has been typed. */
export function ConfirmTyped({
  isOpen,
  onClose,
  title,
  lead,
  word,
  action,
  onConfirm,
  wordsFor,
}: Props) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const [isPending, setPending] = useState(false);
  const matches = typed.trim() === word;

  const close = () => {
    setTyped('');
    setFault(undefined);
    onClose();
  };
  const submit = async () => {
    if (!matches) {
      setFault(t`Type ${word} to go on.`);
      return;
    }
    setPending(true);
    try {
      await onConfirm();
      close();
    } catch (failure) {
      setFault(wordsFor(failure));
    } finally {
      setPending(false);
    }
  };

  return (
    <Dialog role="alertdialog" isOpen={isOpen} onClose={close} title={title} lead={lead}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          label={t`Type ${word} to confirm`}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
        {fault && (
          <Banner tone="bad" icon="alert" role="alert">
            {fault}
          </Banner>
        )}
        <Actions>
          <Button onPress={close}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" variant="danger" isPending={isPending} isDisabled={!matches}>
            {action}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
