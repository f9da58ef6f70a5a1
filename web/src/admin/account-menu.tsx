import { useLingui } from '@lingui/react/macro';
import type { AccountView } from '@shelter-city/contract/accounts';
import { IconButton } from '../design/button.tsx';
import { Menu, type MenuEntry } from '../design/menu.tsx';
import type { AccountAct } from './account-dialogs.tsx';

type Props = {
  readonly account: AccountView;
  readonly myId: string;
  readonly onAct: (act: AccountAct) => void;
};

/** What may be done with an account as it stands now. */
export function AccountMenu({ account, myId, onAct }: Props) {
  const { t } = useLingui();
  const { state, recovery, displayName } = account;
  const entry = (
    kind: Exclude<AccountAct['kind'], 'invite' | 'link'>,
    label: string,
  ): MenuEntry => ({
    id: kind,
    label,
    onAction: () => {
      onAct({ kind, account });
    },
  });
  const entries = [
    ...(state === 'DISABLED' ? [] : [entry('change', t`Change role…`)]),
    ...(state === 'INVITED' ? [entry('invite-again', t`New link…`)] : []),
    ...(state === 'ACTIVE' ? [entry('end-sessions', t`End the sessions…`)] : []),
    ...(state === 'ACTIVE' && !recovery ? [entry('ask-recovery', t`Ask for recovery…`)] : []),
    ...(recovery && recovery.askedBy.id !== myId
      ? [entry('approve-recovery', t`Approve the recovery…`)]
      : []),
    ...(recovery ? [entry('refuse-recovery', t`Refuse the recovery…`)] : []),
    state === 'DISABLED'
      ? entry('enable', t`Let in again…`)
      : { ...entry('disable', t`Disable…`), tone: 'bad' as const },
  ];
  return (
    <Menu
      label={t`Acts for ${displayName}`}
      entries={entries}
      trigger={<IconButton icon="dots" size="sm" label={t`Acts for ${displayName}`} />}
    />
  );
}
