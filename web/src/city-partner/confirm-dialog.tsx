import { Plural, Trans } from '@lingui/react/macro';
import type { GuestCard, RequestCard } from '@shelter-city/contract/city-home';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { failureWords } from '../api/failure-text.ts';
import { Banner } from '../design/banner.tsx';
import { Button } from '../design/button.tsx';
import { formatMonth } from '../design/days.ts';
import { Actions, Dialog } from '../design/dialog.tsx';
import { answerMutation, cityHomeQueries } from './city-home-queries.ts';

type Props = { readonly request: RequestCard; readonly onConfirmed: (guest: GuestCard) => void; readonly onClose: () => void };

/** Asks once, and waits for the server before anything is said to be so. */
export function ConfirmDialog({ request, onConfirmed, onClose }: Props) {
  const client = useQueryClient();
  const { id, version, codeName, place, arrivalMonth, nights } = request;
  const confirm = useMutation({
    ...answerMutation('confirm'),
    onSuccess: (stay) => {
      onClose();
      if (stay.phase === 'CONFIRMED') onConfirmed(stay);
    },
    onError: () => void client.invalidateQueries({ queryKey: cityHomeQueries.all() }),
  });
  const month = formatMonth(`${arrivalMonth}-01`);
  return (
    <Dialog
      role="alertdialog"
      isOpen
      onClose={onClose}
      title={<Trans>You say yes to hosting {codeName} in {month} in {place.label}</Trans>}
      lead={<Plural value={nights} one="# night. The exact days are shown once you have said yes." other="# nights. The exact days are shown once you have said yes." />}
    >
      {confirm.isError && <Banner tone="bad" icon="alert" role="alert">{failureWords(confirm.error)}</Banner>}
      <Actions>
        <Button onPress={onClose}><Trans>Not yet</Trans></Button>
        <Button variant="primary" isPending={confirm.isPending} onPress={() => { confirm.mutate({ stayId: id, body: { version } }); }}><Trans>Yes, we host</Trans></Button>
      </Actions>
    </Dialog>
  );
}
