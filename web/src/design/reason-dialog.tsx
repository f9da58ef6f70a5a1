import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { Actions, Dialog } from './dialog.tsx';
import { Select, type Choice } from './select.tsx';
import { TextArea } from './text-field.tsx';

/** What the reader gave: a code where one was asked, and their own words. */
export type Reason = { readonly code: string; readonly note: string };

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** Reasons to choose from; without them only words are asked. */
  readonly codes?: readonly Choice[] | undefined;
  readonly noteLabel?: string | undefined;
  /** Whether the words may stay empty. */
  readonly noteIsOptional?: boolean | undefined;
  /** The shortest reason that says something. */
  readonly minimum?: number | undefined;
  /** The verb on the button. */
  readonly action: ReactNode;
  readonly tone?: 'primary' | 'danger' | undefined;
  /** Does the thing; the dialog closes when it is done, and shows why when it isn't. */
  readonly onReason: (reason: Reason) => Promise<unknown>;
  /** A failure in words; the caller knows how its own failures speak. */
  readonly wordsFor: (failure: unknown) => string;
};

/** Asks why, then does the thing: decline, cancel, withdraw, cut short, reveal. */
export function ReasonDialog({
  isOpen,
  onClose,
  title,
  lead,
  codes,
  noteLabel,
  noteIsOptional = false,
  minimum = 3,
  action,
  tone = 'primary',
  onReason,
  wordsFor,
}: Props) {
  const { t } = useLingui();
  const [code, setCode] = useState('');
  const [note, setNote] = useState('');
  const [faults, setFaults] = useState<{ code?: string; note?: string; root?: string }>({});
  const [isPending, setPending] = useState(false);

  const close = () => {
    setCode('');
    setNote('');
    setFaults({});
    onClose();
  };
  const submit = async () => {
    const noteIsShort = note.trim().length < (noteIsOptional ? 0 : minimum);
    const found = {
      ...(codes && !code && { code: t`Choose a reason.` }),
      ...(noteIsShort && { note: t`Say in a few words why.` }),
    };
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    setPending(true);
    try {
      await onReason({ code, note: note.trim() });
      close();
    } catch (failure) {
      setFaults({ root: wordsFor(failure) });
    } finally {
      setPending(false);
    }
  };

  return (
    <Dialog isOpen={isOpen} onClose={close} title={title} lead={lead}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {codes && (
          <Select
            label={t`Reason`}
            placeholder={t`Choose a reason`}
            choices={codes}
            value={code}
            onChange={(event) => {
              setCode(event.target.value);
            }}
            error={faults.code ? { message: faults.code } : undefined}
          />
        )}
        <TextArea
          label={noteLabel ?? (codes ? t`Note` : t`Reason`)}
          optional={noteIsOptional}
          value={note}
          onChange={(event) => {
            setNote(event.target.value);
          }}
          error={faults.note ? { message: faults.note } : undefined}
        />
        {faults.root && (
          <Banner tone="bad" icon="alert" role="alert">
            {faults.root}
          </Banner>
        )}
        <Actions>
          <Button onPress={close}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" variant={tone} isPending={isPending}>
            {action}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
