import { Trans, useLingui } from '@lingui/react/macro';
import { Link, NavLink } from 'react-router';
import { Icon } from '../design/icon.tsx';
import { useAccount } from '../session/own-session.ts';
import { AccountMenu } from './account-menu.tsx';
import { Mark } from './mark.tsx';
import { destinationsOf, type Destination } from './navigation.ts';

type Props = { readonly onSearch: () => void; readonly onLock: () => void };

/** The navigation beside the page, from 768 px. */
export function Sidebar({ onSearch, onLock }: Props) {
  const { t } = useLingui();
  const { role } = useAccount();
  return (
    <header className="sticky top-0 flex h-dvh flex-col gap-1 overflow-y-auto border-e border-line bg-sunken p-3 max-md:hidden print:hidden">
      <Link to="/" className="mb-2 rounded-md px-2 py-1.5 text-base text-ink no-underline">
        <Mark />
      </Link>
      <button
        type="button"
        onClick={onSearch}
        className="mb-2 flex min-h-8 items-center gap-2 rounded-md border border-edge bg-surface px-2 text-sm text-muted hover:text-ink"
      >
        <Icon name="search" />
        <span className="grow text-start">
          <Trans>Search</Trans>
        </span>
        <kbd className="font-sans text-xs">Ctrl K</kbd>
      </button>
      <nav aria-label={t`Main`}>
        <ul className="grid gap-0.5">
          {destinationsOf(role).map((destination) => (
            <li key={destination.path}>
              <SidebarLink destination={destination} />
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-auto pt-3">
        <AccountMenu onLock={onLock} />
      </div>
    </header>
  );
}

function SidebarLink({
  destination: { path, label, icon, exact },
}: {
  readonly destination: Destination;
}) {
  const { i18n } = useLingui();
  return (
    <NavLink
      to={path}
      end={exact ?? false}
      className={({ isActive }) =>
        `flex min-h-8 items-center gap-2.5 rounded-md px-2 text-base no-underline ${isActive ? 'bg-accent-soft font-medium text-accent-ink' : 'text-ink hover:bg-hover'}`
      }
    >
      <Icon name={icon} />
      {i18n._(label)}
    </NavLink>
  );
}
