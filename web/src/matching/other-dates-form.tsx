import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../design/button.tsx';
import { DateInput } from '../design/date-field.tsx';
import { TextField } from '../design/text-field.tsx';
import type { MatchQuestion } from './match-queries.ts';

type Props = {
  readonly start: { readonly earliest: string; readonly latest: string; readonly nights: number };
  readonly onAsk: (question: MatchQuestion) => void;
};

/** "What if the dates were others?" The person's file stays as it is. */
export function OtherDatesForm({ start, onAsk }: Props) {
  const { t } = useLingui();
  const [earliest, setEarliest] = useState(start.earliest);
  const [latest, setLatest] = useState(start.latest);
  const [nights, setNights] = useState(String(start.nights));
  const wrongOrder = earliest !== '' && latest !== '' && latest < earliest;
  const count = Number(nights);
  const wrongCount = !Number.isInteger(count) || count < 1 || count > 180;
  return (
    <form
      className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_6rem_auto_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrongOrder && !wrongCount) onAsk({ earliest: earliest || null, latest: latest || null, nights: count });
      }}
    >
      <DateInput label={t`Arrives from`} value={earliest} onChange={setEarliest} />
      <DateInput label={t`Arrives at the latest`} value={latest} onChange={setLatest} error={wrongOrder ? { message: t`Must not be before the first day` } : undefined} />
      <TextField label={t`Nights`} inputMode="numeric" value={nights} onChange={(event) => { setNights(event.target.value); }} error={wrongCount ? { message: t`1 to 180` } : undefined} />
      <Button type="submit"><Trans>Look again</Trans></Button>
      <Button variant="quiet" onPress={() => { onAsk({ earliest: null, latest: null, nights: null }); }}><Trans>The person’s own dates</Trans></Button>
    </form>
  );
}
