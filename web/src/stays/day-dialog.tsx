import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { failureWords } from '../api/failure-text.ts';
import { Banner } from '../design/banner.tsx';
import { Button } from '../design/button.tsx';
import { DateInput } from '../design/date-field.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Select, type Choice } from '../design/select.tsx';
import { TextArea } from '../design/text-field.tsx';

/** The day, and where they were asked the reason and a note. */
export type DayAnswer = { readonly on: string; readonly code: string; readonly note: string };

type Props = {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly label: string;
  readonly start: string;
  readonly min?: string;
  readonly max?: string;
  readonly codes?: readonly Choice[];
  /** Asks for words too; `mustSay` makes them needed. */
  readonly noteLabel?: string;
  readonly mustSay?: boolean;
  readonly action: ReactNode;
  readonly onAnswer: (answer: DayAnswer) => Promise<unknown>;
  readonly onClose: () => void;
};

/** Asks for a day, and where the act needs them for a reason and a note; keeps what was typed when it fails. */
export function DayDialog({ title, lead, label, start, min, max, codes, noteLabel, mustSay = false, action, onAnswer, onClose }: Props) {
  const { t } = useLingui();
  const [on, setOn] = useState(start);
  const [code, setCode] = useState('');
  const [note, setNote] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const faults = {
    on: on === '' ? t`Choose a day.` : undefined,
    code: codes && code === '' ? t`Choose a reason.` : undefined,
    note: mustSay && note.trim().length < 3 ? t`Say in a few words why.` : undefined,
  };
  const shown = (words: string | undefined) => (tried && words !== undefined ? { message: words } : undefined);

  const submit = async () => {
    setTried(true);
    if (faults.on ?? faults.code ?? faults.note) return;
    setPending(true);
    setFault(null);
    try {
      await onAnswer({ on, code, note: note.trim() });
      onClose();
    } catch (failure) {
      setFault(failureWords(failure));
      setPending(false);
    }
  };
  return (
    <Dialog isOpen onClose={onClose} title={title} lead={lead}>
      <form noValidate className="grid gap-4" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        {fault !== null && <Banner tone="bad" icon="alert" role="alert">{fault}</Banner>}
        <DateInput label={label} value={on} onChange={setOn} {...(min !== undefined && { min })} {...(max !== undefined && { max })} error={shown(faults.on)} />
        {codes && <Select label={t`Reason`} placeholder={t`Choose a reason`} choices={codes} value={code} onChange={(event) => { setCode(event.target.value); }} error={shown(faults.code)} />}
        {noteLabel !== undefined && <TextArea label={noteLabel} optional={!mustSay} value={note} onChange={(event) => { setNote(event.target.value); }} error={shown(faults.note)} />}
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={isPending}>{action}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
