import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { Button, IconButton } from '../design/button.tsx';
import { Icon } from '../design/icon.tsx';
import { useAccount } from '../session/own-session.ts';
import { useSignOut } from '../session/use-sign-out.ts';
import { Mark } from './mark.tsx';
import { destinationsOf } from './navigation.ts';

type Props = { readonly onSearch: () => void; readonly onLock: () => void };

const Dialog = lazy(async () => ({ default: (await import('../design/dialog.tsx')).Dialog }));

/** How many destinations the thumb's bar holds beside "More". */
const inReach = 4;

/** Under 768 px: a bar above with the name and the search, and one below with the places of the role. */
export function PhoneBars({ onSearch, onLock }: Props) {
  const { t, i18n } = useLingui();
  const { role } = useAccount();
  const destinations = destinationsOf(role);
  const { pathname } = useLocation();
  // The sheet belongs to the page on which it was opened: going elsewhere closes it.
  const [moreAt, setMoreAt] = useState<string>();
  const closeMore = () => {
    setMoreAt(undefined);
  };
  return (
    <>
      <header className="sticky top-0 z-20 flex min-h-13 items-center gap-1 border-b border-line bg-sunken ps-4 pe-2 md:hidden print:hidden">
        <Link to="/" className="me-auto text-ink no-underline">
          <Mark />
        </Link>
        <IconButton icon="search" label={t`Search`} onPress={onSearch} />
      </header>
      <nav
        aria-label={t`Main`}
        className="fixed inset-x-0 bottom-0 z-20 grid auto-cols-auto grid-flow-col border-t border-line bg-sunken pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
      >
        {destinations.slice(0, inReach).map(({ path, label, icon, exact }) => (
          <NavLink
            key={path}
            to={path}
            end={exact ?? false}
            className={({ isActive }) =>
              `grid min-h-14 content-start justify-center justify-items-center gap-0.5 px-1 pt-2 pb-1 text-center text-2xs no-underline ${isActive ? 'font-semibold text-accent-ink' : 'text-muted'}`
            }
          >
            <Icon name={icon} className="size-5" />
            {i18n._(label)}
          </NavLink>
        ))}
        <button
          type="button"
          onClick={() => {
            setMoreAt(pathname);
          }}
          aria-haspopup="dialog"
          className="grid min-h-14 content-start justify-center justify-items-center gap-0.5 px-1 pt-2 pb-1 text-2xs text-muted"
        >
          <Icon name="menu" className="size-5" />
          <Trans>More</Trans>
        </button>
      </nav>
      {moreAt === pathname && (
        <Suspense fallback={null}>
          <Dialog isOpen onClose={closeMore} title={<Trans>More</Trans>}>
            <MorePlaces
              onLock={() => {
                closeMore();
                onLock();
              }}
              onGo={closeMore}
            />
          </Dialog>
        </Suspense>
      )}
    </>
  );
}

function MorePlaces({ onLock, onGo }: { readonly onLock: () => void; readonly onGo: () => void }) {
  const { i18n } = useLingui();
  const account = useAccount();
  const signOut = useSignOut();
  const look =
    'flex min-h-11 w-full items-center gap-3 rounded-md px-2 text-start text-lg text-ink no-underline hover:bg-hover';
  return (
    <div className="grid gap-1">
      {destinationsOf(account.role)
        .slice(inReach)
        .map(({ path, label, icon }) => (
          <Link key={path} to={path} onClick={onGo} className={look}>
            <Icon name={icon} />
            {i18n._(label)}
          </Link>
        ))}
      <Link to="/settings" onClick={onGo} className={look}>
        <Icon name="settings" />
        <Trans>Settings</Trans>
      </Link>
      <button type="button" className={look} onClick={onLock}>
        <Icon name="lock" />
        <Trans>Lock the screen</Trans>
      </button>
      <p className="px-2 pt-3 text-sm text-muted">{account.displayName}</p>
      <Button icon="sign-out" onPress={() => void signOut()}>
        <Trans>Sign out</Trans>
      </Button>
    </div>
  );
}
