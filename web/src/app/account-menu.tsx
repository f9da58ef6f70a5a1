import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense, type ComponentProps } from 'react';
import { Icon } from '../design/icon.tsx';
import type { MenuEntry } from '../design/menu.tsx';
import { roleWord } from '../session/role-words.ts';
import { useAccount } from '../session/own-session.ts';
import { useSignOut } from '../session/use-sign-out.ts';

const Menu = lazy(async () => ({ default: (await import('../design/menu.tsx')).Menu }));

/** Who is signed in and as what, and behind it settings, the quick lock and the way out. */
export function AccountMenu({ onLock }: { readonly onLock: () => void }) {
  const { t, i18n } = useLingui();
  const account = useAccount();
  const signOut = useSignOut();
  const role = i18n._(roleWord(account));
  const entries: readonly MenuEntry[] = [
    { id: 'settings', label: t`Settings`, icon: 'settings', href: '/settings' },
    { id: 'lock', label: t`Lock the screen`, icon: 'lock', onAction: onLock },
    { id: 'sign-out', label: t`Sign out`, icon: 'sign-out', onAction: () => void signOut() },
  ];
  const words = {
    name: account.displayName,
    about: account.city ? `${role} · ${account.city.name}` : role,
  };
  // The menu's code comes after the first paint; until then its button is there, and says that it waits.
  return (
    <Suspense fallback={<Trigger {...words} disabled />}>
      <Menu
        label={t`My account`}
        placement="top start"
        trigger={<Trigger {...words} />}
        entries={entries}
      />
    </Suspense>
  );
}

type TriggerProps = Omit<ComponentProps<'button'>, 'about'> & {
  readonly name: string;
  readonly about: string;
};

function Trigger({ name, about, ...props }: TriggerProps) {
  return (
    <button
      type="button"
      {...props}
      className="flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-start hover:bg-hover"
    >
      <Icon name="person" className="size-4 text-muted" />
      <span className="min-w-0 grow">
        <span className="block text-sm font-medium break-words">{name}</span>
        <span className="block text-xs break-words text-muted">{about}</span>
      </span>
      <Icon name="chevron-up" className="size-3.5 text-muted" />
    </button>
  );
}
