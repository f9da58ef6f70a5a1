import { Pressable } from 'react-aria-components/Pressable';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import type { PressableChild } from './pressable-child.ts';

type Props = {
  readonly text: string;
  /** A `Button` or `IconButton`; the tip repeats its label or adds a shortcut, never something needed. */
  readonly children: PressableChild;
};

/** A word about a button, on hover and on focus. */
export function Tooltip({ text, children }: Props) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      <Pressable>{children}</Pressable>
      <AriaTooltip
        offset={6}
        className="max-w-64 rounded-md border border-line bg-raised px-2 py-1 text-xs text-ink shadow-float"
      >
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
