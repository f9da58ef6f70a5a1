import { Trans, useLingui } from '@lingui/react/macro';
import type { AccountView } from '@shelter-city/contract/accounts';
import { useMutation } from '@tanstack/react-query';
import { failureWords } from '../api/failure-text.ts';
import { ReasonDialog } from '../design/reason-dialog.tsx';
import { showToast } from '../design/toast.tsx';
import { accountMutations } from './admin-queries.ts';

type Props = { readonly account: AccountView; readonly onClose: () => void };

/** Signs somebody out wherever they are, and leaves them their account. */
export function EndSessionsDialog({ account: { id, displayName }, onClose }: Props) {
  const { t } = useLingui();
  const { mutateAsync: end } = useMutation(accountMutations.endSessions(id));
  return (
    <ReasonDialog
      isOpen
      onClose={onClose}
      title={t`End the sessions of ${displayName}`}
      lead={t`They are signed out everywhere at once, such as when a device was lost, and may sign in again. What they hadn’t saved is lost. The reason stands in the audit log.`}
      action={<Trans>End the sessions</Trans>}
      onReason={async ({ note }) => {
        await end(note);
        showToast({ text: t`Every session of ${displayName} has ended.` });
      }}
      wordsFor={failureWords}
    />
  );
}
