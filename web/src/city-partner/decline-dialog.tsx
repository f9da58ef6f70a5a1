import { Trans, useLingui } from '@lingui/react/macro';
import type { RequestCard } from '@shelter-city/contract/city-home';
import type { DeclineReason } from '@shelter-city/contract/vocabulary';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { failureWords } from '../api/failure-text.ts';
import { ReasonDialog } from '../design/reason-dialog.tsx';
import { showToast } from '../design/toast.tsx';
import { declineReasonWords } from '../stays/stay-words.ts';
import { answerMutation, cityHomeQueries } from './city-home-queries.ts';

type Props = { readonly request: RequestCard; readonly reason: DeclineReason; readonly onClose: () => void };

/** Says no with the reason that was chosen; a note is needed only where the reason alone says nothing. */
export function DeclineDialog({ request, reason, onClose }: Props) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const decline = useMutation(answerMutation('decline'));
  const { id, version, codeName } = request;
  return (
    <ReasonDialog
      isOpen
      onClose={onClose}
      title={<Trans>No to {codeName}: {i18n._(declineReasonWords[reason])}</Trans>}
      lead={<Trans>The coordinator is told at once and looks for another place. It never counts against the guest or the city.</Trans>}
      noteLabel={t`Note for the coordinator`}
      noteIsOptional={reason !== 'OTHER'}
      action={<Trans>Send no</Trans>}
      wordsFor={failureWords}
      onReason={async ({ note }) => {
        try {
          await decline.mutateAsync({ stayId: id, body: { version, reason, note: note === '' ? null : note } });
          showToast({ text: t`Answered. The coordinator has been told.` });
        } catch (failure) {
          void client.invalidateQueries({ queryKey: cityHomeQueries.all() });
          throw failure;
        }
      }}
    />
  );
}
