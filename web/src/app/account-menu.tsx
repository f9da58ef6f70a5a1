import { useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components/Button';
import { Icon } from '../design/icon.tsx';
import { Menu } from '../design/menu.tsx';
import { roleWord } from '../session/role-words.ts';
import { useAccount } from '../session/session-queries.ts';
import { useSignOut } from '../session/use-sign-out.ts';

/** Who is signed in and as what, and behind it settings, the quick lock and the way out. */
export function AccountMenu({ onLock }: { readonly onLock: () => void }) {
  const { t, i18n } = useLingui();
  const account = useAccount();
  const signOut = useSignOut();
  const role = i18n._(roleWord(account));
  return (
    <Menu
      label={t`My account`}
      placement="top start"
      trigger={
        <Button className="flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-start hover:bg-hover">
          <Icon name="person" className="size-4 text-muted" />
          <span className="min-w-0 grow">
            <span className="block truncate text-sm font-medium">{account.displayName}</span>
            <span className="block truncate text-xs text-muted">
              {account.city ? `${role} · ${account.city.name}` : role}
            </span>
          </span>
          <Icon name="chevron-up" className="size-3.5 text-muted" />
        </Button>
      }
      entries={[
        { id: 'settings', label: t`Settings`, icon: 'settings', href: '/settings' },
        { id: 'lock', label: t`Lock the screen`, icon: 'lock', onAction: onLock },
        { id: 'sign-out', label: t`Sign out`, icon: 'sign-out', onAction: () => void signOut() },
      ]}
    />
  );
}
