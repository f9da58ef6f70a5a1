import { Trans } from '@lingui/react/macro';
import type { StayView } from '@shelter-city/contract/stays';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { failureWords } from '../api/failure-text.ts';
import { Button } from '../design/button.tsx';
import { formatDays } from '../design/days.ts';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { OverrulingFields, type useOverruling } from './overruling.tsx';
import { stayMutations } from './stay-queries.ts';

type Props = {
  readonly stay: StayView;
  /** The refusal that was learned from the first try. */
  readonly overruling: ReturnType<typeof useOverruling>;
  readonly onClose: () => void;
};

/** Takes the city's other dates although the person named other days: only when they agree. */
export function TakeDatesDialog({ stay, overruling, onClose }: Props) {
  const [failure, setFailure] = useState<string | null>(null);
  const take = useMutation({
    ...stayMutations.change('acceptOtherDates'),
    onError: (error) => { if (!overruling.takes(error)) setFailure(failureWords(error)); },
    onSuccess: onClose,
  });
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    take.mutate({ stayId: stay.id, body: { version: stay.version, ...overruling.answer(null) } });
    return Promise.resolve();
  };
  return (
    <Dialog isOpen onClose={onClose} size="md" title={<Trans>Take the city’s dates</Trans>} lead={stay.otherDates && formatDays(stay.otherDates.from, stay.otherDates.until)}>
      <Form onSubmit={send} {...(failure !== null && { error: { message: failure } })}>
        <OverrulingFields overruling={overruling} />
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isDisabled={!overruling.agreed} isPending={take.isPending}><Trans>Take the city’s dates</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
