import { Trans, useLingui } from '@lingui/react/macro';
import type { AccountView, OneTimeLink } from '@shelter-city/contract/accounts';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { failureWords } from '../api/failure-text.ts';
import { Banner } from '../design/banner.tsx';
import { Button } from '../design/button.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { accountMutations } from './admin-queries.ts';

type Kind = 'invite-again' | 'approve-recovery' | 'refuse-recovery' | 'disable' | 'enable';
type WithLink = { readonly account: AccountView; readonly link: OneTimeLink };
type Props = {
  readonly kind: Kind;
  readonly account: AccountView;
  readonly onClose: () => void;
  readonly onLink: (link: WithLink) => void;
};

/** Asks once before an act that somebody else will feel. */
export function ConfirmAct({ kind, account, onClose, onLink }: Props) {
  const { t } = useLingui();
  const { displayName, id, version } = account;
  const recoveryId = account.recovery?.id ?? '';
  const reason = account.recovery?.reason ?? '';
  const again = useMutation({ ...accountMutations.inviteAgain(id), onSuccess: onLink });
  const approve = useMutation({
    ...accountMutations.approveRecovery(recoveryId),
    onSuccess: onLink,
  });
  const refuse = useMutation({
    ...accountMutations.refuseRecovery(recoveryId),
    onSuccess: onClose,
  });
  const disable = useMutation({ ...accountMutations.setDisabled(id, true), onSuccess: onClose });
  const enable = useMutation({ ...accountMutations.setDisabled(id, false), onSuccess: onClose });
  const acts: Record<Kind, Act> = {
    'invite-again': {
      title: t`A new link for ${displayName}`,
      lead: t`The link of before opens nothing any more.`,
      action: <Trans>Make the link</Trans>,
      mutation: again,
      run: () => {
        again.mutate();
      },
    },
    'approve-recovery': {
      title: t`Let ${displayName} back in?`,
      lead: t`The reason that was given: ${reason}. You get a link to hand over; it works for one hour.`,
      action: <Trans>Approve</Trans>,
      mutation: approve,
      run: () => {
        approve.mutate();
      },
    },
    'refuse-recovery': {
      title: t`Refuse the recovery of ${displayName}?`,
      lead: t`The reason that was given: ${reason}. Nothing changes for them.`,
      action: <Trans>Refuse</Trans>,
      mutation: refuse,
      run: () => {
        refuse.mutate();
      },
    },
    disable: {
      title: t`Disable ${displayName}?`,
      lead: t`They are signed out at once and can’t come in until they are let in again. What they did stays.`,
      action: <Trans>Disable</Trans>,
      mutation: disable,
      run: () => {
        disable.mutate(version);
      },
      isBad: true,
    },
    enable: {
      title: t`Let ${displayName} in again?`,
      lead: t`They sign in as before.`,
      action: <Trans>Let in</Trans>,
      mutation: enable,
      run: () => {
        enable.mutate(version);
      },
    },
  };
  const { title, lead, action, mutation, run, isBad = false } = acts[kind];
  return (
    <Dialog isOpen onClose={onClose} role="alertdialog" title={title} lead={lead}>
      {mutation.error && (
        <Banner tone="bad" icon="alert" role="alert">
          {failureWords(mutation.error)}
        </Banner>
      )}
      <Actions>
        <Button onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button variant={isBad ? 'danger' : 'primary'} isPending={mutation.isPending} onPress={run}>
          {action}
        </Button>
      </Actions>
    </Dialog>
  );
}

type Act = {
  readonly title: string;
  readonly lead: string;
  readonly action: ReactNode;
  readonly mutation: { readonly error: Error | null; readonly isPending: boolean };
  readonly run: () => void;
  readonly isBad?: boolean;
};
