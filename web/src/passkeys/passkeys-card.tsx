import { Trans, useLingui } from '@lingui/react/macro';
import type { OwnPasskey } from '@shelter-city/contract/passkeys';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../api/failure.tsx';
import { Button } from '../design/button.tsx';
import { formatInstant } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { Skeleton } from '../design/states.tsx';
import { sessionQueries } from '../session/session-queries.ts';
import { AddPasskeyDialog } from './add-passkey-dialog.tsx';
import { RemovePasskeyDialog } from './remove-passkey-dialog.tsx';
import { RenamePasskeyDialog } from './rename-passkey-dialog.tsx';

type Open = 'add' | { readonly act: 'rename' | 'remove'; readonly passkey: OwnPasskey };

/** The own passkeys: several, each under a name, and the way to remove one that is lost. */
export function PasskeysCard() {
  const [open, setOpen] = useState<Open>();
  const { data, error, refetch } = useQuery(sessionQueries.passkeys());
  const close = () => {
    setOpen(undefined);
  };
  return (
    <Card
      title={<Trans>Passkeys</Trans>}
      actions={
        <Button
          size="sm"
          icon="plus"
          onPress={() => {
            setOpen('add');
          }}
        >
          <Trans>Add a passkey</Trans>
        </Button>
      }
      flush
    >
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <PasskeyList items={data.items} onOpen={setOpen} />
      ) : (
        <div className="p-4">
          <Skeleton lines={2} className="h-9" />
        </div>
      )}
      {open === 'add' && <AddPasskeyDialog onClose={close} />}
      {typeof open === 'object' && open.act === 'rename' && (
        <RenamePasskeyDialog passkey={open.passkey} onClose={close} />
      )}
      {typeof open === 'object' && open.act === 'remove' && (
        <RemovePasskeyDialog passkey={open.passkey} onClose={close} />
      )}
    </Card>
  );
}

function PasskeyList({
  items,
  onOpen,
}: {
  readonly items: readonly OwnPasskey[];
  readonly onOpen: (open: Open) => void;
}) {
  const { t } = useLingui();
  if (items.length === 0)
    return (
      <p className="p-4 text-muted">
        <Trans>
          None yet. A passkey stays on your device, opens with your finger, face or PIN, and works
          on this address only: nobody can talk you into giving it away.
        </Trans>
      </p>
    );
  return (
    <ul>
      {items.map((passkey) => (
        <li
          key={passkey.id}
          className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-4 py-3 last:border-0"
        >
          <div className="min-w-0">
            <p className="font-medium break-words">{passkey.name}</p>
            <p className="text-sm text-muted">
              {passkey.lastUsedAt === null ? (
                <Trans>Never used · since {formatInstant(passkey.createdAt)}</Trans>
              ) : (
                <Trans>
                  Last used {formatInstant(passkey.lastUsedAt)} · since{' '}
                  {formatInstant(passkey.createdAt)}
                </Trans>
              )}
            </p>
          </div>
          <div className="flex gap-2">
            <Button
              size="sm"
              aria-label={t`Rename ${passkey.name}`}
              onPress={() => {
                onOpen({ act: 'rename', passkey });
              }}
            >
              <Trans>Rename</Trans>
            </Button>
            <Button
              size="sm"
              aria-label={t`Remove ${passkey.name}`}
              onPress={() => {
                onOpen({ act: 'remove', passkey });
              }}
            >
              <Trans>Remove</Trans>
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
