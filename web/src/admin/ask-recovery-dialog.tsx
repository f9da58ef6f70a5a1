import { Trans, useLingui } from '@lingui/react/macro';
import type { AccountView } from '@shelter-city/contract/accounts';
import { useMutation } from '@tanstack/react-query';
import { failureWords } from '../api/failure-text.ts';
import { ReasonDialog } from '../design/reason-dialog.tsx';
import { showToast } from '../design/toast.tsx';
import { accountMutations } from './admin-queries.ts';

type Props = { readonly account: AccountView; readonly onClose: () => void };

/** Asks to let somebody back in who lost every way; another administrator decides. */
export function AskRecoveryDialog({ account, onClose }: Props) {
  const { t } = useLingui();
  const { mutateAsync: ask } = useMutation(accountMutations.askRecovery(account.id));
  return (
    <ReasonDialog
      isOpen
      onClose={onClose}
      title={t`Recovery for ${account.displayName}`}
      lead={t`Make sure that it is them who ask: see or call them. Another administrator must say yes; then what opened the account before opens it no more.`}
      action={<Trans>Ask</Trans>}
      minimum={8}
      onReason={async ({ note }) => {
        await ask(note);
        showToast({ text: t`Another administrator can now approve it.` });
      }}
      wordsFor={failureWords}
    />
  );
}
