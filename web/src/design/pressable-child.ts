import type { ComponentProps } from 'react';
import type { Pressable } from 'react-aria-components/Pressable';

/** What may stand in a trigger: one element that passes DOM props and its ref on, such as `Button` or `IconButton`. */
export type PressableChild = ComponentProps<typeof Pressable>['children'];
