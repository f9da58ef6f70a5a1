import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import { Pressable } from 'react-aria-components/Pressable';
import { useNavigate } from 'react-router';
import { Icon, type IconName } from './icon.tsx';
import type { PressableChild } from './pressable-child.ts';

/** One line of a menu: an act, or with `href` a place to go. */
export type MenuEntry = {
  readonly id: string;
  readonly label: ReactNode;
  /** What typing looks for, when the label isn't plain text. */
  readonly text?: string;
  readonly icon?: IconName;
  readonly tone?: 'bad';
  readonly isDisabled?: boolean;
  readonly onAction?: () => void;
  readonly href?: string;
};

type Props = {
  readonly label: string;
  /** A `Button` or `IconButton`. */
  readonly trigger: PressableChild;
  readonly entries: readonly MenuEntry[];
  readonly placement?: 'bottom start' | 'bottom end' | 'top start';
};

/** The lesser acts of a thing, behind one button. */
export function Menu({ label, trigger, entries, placement = 'bottom end' }: Props) {
  const navigate = useNavigate();
  return (
    <MenuTrigger>
      <Pressable>{trigger}</Pressable>
      <AriaPopover
        placement={placement}
        className="min-w-44 overflow-auto rounded-lg border border-line bg-raised p-1 shadow-float outline-none"
      >
        <AriaMenu aria-label={label} className="outline-none">
          {entries.map(({ id, label: words, text, icon, tone, isDisabled, onAction, href }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={text ?? (typeof words === 'string' ? words : id)}
              isDisabled={isDisabled ?? false}
              onAction={() => {
                onAction?.();
                if (href !== undefined) void navigate(href);
              }}
              className={`flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 text-base no-underline outline-none data-disabled:opacity-55 data-focused:bg-hover pointer-coarse:min-h-11 ${tone === 'bad' ? 'text-bad' : 'text-ink'}`}
            >
              {icon && <Icon name={icon} />}
              {words}
            </MenuItem>
          ))}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  );
}
