import type { ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import { Pressable } from 'react-aria-components/Pressable';
import type { PressableChild } from './pressable-child.ts';

type Props = {
  readonly label: string;
  /** A `Button` or `IconButton`. */
  readonly trigger: PressableChild;
  readonly children: ReactNode;
  readonly placement?: 'bottom start' | 'bottom end' | 'right top';
};

/** A small sheet beside its button, for facts or a filter that don't need the whole screen. */
export function Popover({ label, trigger, children, placement = 'bottom start' }: Props) {
  return (
    <DialogTrigger>
      <Pressable>{trigger}</Pressable>
      <AriaPopover
        placement={placement}
        className="max-w-[min(24rem,calc(100vw-1rem))] rounded-lg border border-line bg-raised shadow-float outline-none"
      >
        <Dialog aria-label={label} className="p-4 outline-none">
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
