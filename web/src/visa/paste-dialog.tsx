import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { PlacementProfile } from '@shelter-city/contract/defenders';
import { useState } from 'react';
import { failureWords } from '../api/failure-text.ts';
import { Banner } from '../design/banner.tsx';
import { Button } from '../design/button.tsx';
import { formatDays } from '../design/days.ts';
import { Actions, Dialog } from '../design/dialog.tsx';
import { TextArea } from '../design/text-field.tsx';
import { readPastedDays, type PastedDays, type PasteFault } from './paste-days.ts';

const faultWords: Record<PasteFault, MessageDescriptor> = {
  NOT_TWO_DAYS: msg`An entry and an exit are needed, such as 2027-03-01, 2027-03-31.`,
  NO_SUCH_DAY: msg`The calendar has no such day.`,
  ENDS_BEFORE_IT_BEGINS: msg`The exit lies before the entry.`,
  TOO_LONG_A_WORD: msg`The words are longer than 120 characters.`,
  THERE_ALREADY: msg`These days are there already.`,
};

type Props = { readonly known: PlacementProfile['presences']; readonly atMost: number; readonly onAdd: (days: readonly PastedDays[]) => Promise<unknown>; readonly onClose: () => void };

/** Takes a list of days from a sheet or a letter: each line is read while it is typed, and has its own fault. */
export function PasteDialog({ known, atMost, onAdd, onClose }: Props) {
  const { t, i18n } = useLingui();
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const { rows, faults } = readPastedDays(text, known, t`Imported`);
  const isTooMany = known.length + rows.length > atMost;
  const add = async () => {
    setPending(true);
    try {
      await onAdd(rows);
      onClose();
    } catch (error) {
      setFailure(failureWords(error));
      setPending(false);
    }
  };
  return (
    <Dialog isOpen onClose={onClose} size="lg" title={<Trans>Import days</Trans>} lead={<Trans>One presence a line: entry, exit, how we know it. Copied from a sheet, or typed.</Trans>}>
      <div className="grid gap-4">
        {failure !== null && <Banner tone="bad" icon="alert" role="alert">{failure}</Banner>}
        <TextArea label={t`Lines`} rows={6} value={text} onChange={(event) => { setText(event.target.value); }} placeholder="2027-03-01, 2027-03-31, Training" />
        <div aria-live="polite" className="grid gap-2 text-sm">
          {rows.length > 0 && (
            <ul className="grid gap-0.5 tabular-nums">
              {rows.map(({ line, enteredOn, leftOn, source }) => <li key={line}><Trans>Line {line}: {formatDays(enteredOn, leftOn)}, {source}</Trans></li>)}
            </ul>
          )}
          {faults.length > 0 && (
            <ul className="grid gap-0.5 text-bad">
              {faults.map(({ line, fault }) => <li key={line}><Trans>Line {line}: {i18n._(faultWords[fault])}</Trans></li>)}
            </ul>
          )}
          {isTooMany && <p className="text-bad"><Trans>At most {atMost} presences can be kept.</Trans></p>}
        </div>
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button variant="primary" isDisabled={rows.length === 0 || isTooMany} isPending={isPending} onPress={() => { void add(); }}>
            <Plural value={rows.length} _0="Nothing to add" one="Add # line" other="Add # lines" />
          </Button>
        </Actions>
      </div>
    </Dialog>
  );
}
