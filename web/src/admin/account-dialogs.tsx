import type { AccountView, OneTimeLink } from '@shelter-city/contract/accounts';
import { AskRecoveryDialog } from './ask-recovery-dialog.tsx';
import { ChangeDutiesDialog } from './change-duties-dialog.tsx';
import { ConfirmAct } from './confirm-act.tsx';
import { EndSessionsDialog } from './end-sessions-dialog.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';

/** What an administrator is about to do. */
export type AccountAct =
  | { readonly kind: 'invite' }
  | { readonly kind: 'link'; readonly account: AccountView; readonly link: OneTimeLink }
  | {
      readonly kind:
        | 'change'
        | 'invite-again'
        | 'end-sessions'
        | 'ask-recovery'
        | 'approve-recovery'
        | 'refuse-recovery'
        | 'disable'
        | 'enable';
      readonly account: AccountView;
    };

type Props = {
  readonly act: AccountAct;
  readonly onAct: (act: AccountAct | undefined) => void;
};

/** The dialog of what an administrator is about to do. */
export function AccountDialogs({ act, onAct }: Props) {
  const onClose = () => {
    onAct(undefined);
  };
  const onLink = (link: { readonly account: AccountView; readonly link: OneTimeLink }) => {
    onAct({ kind: 'link', ...link });
  };
  switch (act.kind) {
    case 'invite':
      return <InviteDialog onClose={onClose} onLink={onLink} />;
    case 'link':
      return <LinkDialog account={act.account} link={act.link} onClose={onClose} />;
    case 'change':
      return <ChangeDutiesDialog account={act.account} onClose={onClose} />;
    case 'end-sessions':
      return <EndSessionsDialog account={act.account} onClose={onClose} />;
    case 'ask-recovery':
      return <AskRecoveryDialog account={act.account} onClose={onClose} />;
    case 'invite-again':
    case 'approve-recovery':
    case 'refuse-recovery':
    case 'disable':
    case 'enable':
      return <ConfirmAct kind={act.kind} account={act.account} onClose={onClose} onLink={onLink} />;
  }
}
