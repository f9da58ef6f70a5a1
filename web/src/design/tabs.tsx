import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import { NavLink, useLocation } from 'react-router';

const tabLook =
  'inline-flex min-h-9 shrink-0 items-center border-b-2 px-1 text-base font-medium whitespace-nowrap no-underline cursor-pointer pointer-coarse:min-h-11';
const stripLook = 'flex gap-5 overflow-x-auto max-sm:gap-3 border-b border-line print:hidden';

/** A part of a page behind a word. */
export type TabPart = {
  readonly id: string;
  readonly label: ReactNode;
  readonly content: ReactNode;
};

type Props = {
  readonly label: string;
  readonly parts: readonly TabPart[];
  readonly selected?: string;
  readonly onSelect?: (id: string) => void;
};

/** Parts of one page, one in sight. For parts with their own address, use LinkTabs. */
export function Tabs({ label, parts, selected, onSelect }: Props) {
  return (
    <AriaTabs
      {...(selected !== undefined && { selectedKey: selected })}
      onSelectionChange={(key) => onSelect?.(String(key))}
      className="grid gap-4"
    >
      <TabList aria-label={label} className={stripLook}>
        {parts.map((part) => (
          <Tab
            key={part.id}
            id={part.id}
            className={({ isSelected }) =>
              `${tabLook} ${isSelected ? 'border-accent-ink text-ink' : 'border-transparent text-muted hover:text-ink'}`
            }
          >
            {part.label}
          </Tab>
        ))}
      </TabList>
      {parts.map((part) => (
        <TabPanel key={part.id} id={part.id}>
          {part.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

type LinkTabsProps = {
  readonly label: string;
  readonly links: readonly {
    readonly to: string;
    readonly label: ReactNode;
    readonly end?: boolean;
  }[];
};

/** Parts of one thing that each have an address, such as Overview, Match and Stays of one person. */
export function LinkTabs({ label, links }: LinkTabsProps) {
  const strip = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a narrow screen the strip scrolls: where one is must be in sight.
  useLayoutEffect(() => {
    const here = strip.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (strip.current && here) strip.current.scrollLeft = here.offsetLeft + here.offsetWidth - strip.current.clientWidth;
  }, [pathname]);
  return (
    <nav ref={strip} aria-label={label} className={`relative ${stripLook}`}>
      {links.map(({ to, label: words, end = true }) => (
        <NavLink
          key={to}
          to={to}
          end={end}
          className={({ isActive }) =>
            `${tabLook} ${isActive ? 'border-accent-ink text-ink' : 'border-transparent text-muted hover:text-ink'}`
          }
        >
          {words}
        </NavLink>
      ))}
    </nav>
  );
}
