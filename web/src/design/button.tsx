import type { ComponentProps, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import { tv, type VariantProps } from 'tailwind-variants/lite';
import { Icon, type IconName } from './icon.tsx';

/** How a button looks; links that act as the main step of a page look the same. */
export const buttonStyles = tv({
  base: 'inline-flex items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap select-none no-underline disabled:opacity-55 aria-disabled:opacity-60 print:hidden',
  variants: {
    variant: {
      primary: 'bg-accent text-on-accent enabled:hover:bg-accent-hover [a]:hover:bg-accent-hover',
      secondary: 'border border-edge bg-surface text-ink hover:bg-hover',
      quiet: 'text-ink hover:bg-hover',
      danger: 'bg-bad-fill text-on-accent hover:brightness-90',
    },
    size: {
      sm: 'min-h-7 px-2 text-sm pointer-coarse:min-h-9',
      md: 'min-h-9 px-3 text-base pointer-coarse:min-h-11',
    },
    square: { true: 'px-0', false: '' },
  },
  compoundVariants: [
    { square: true, size: 'sm', class: 'w-7 pointer-coarse:w-9' },
    { square: true, size: 'md', class: 'w-9 pointer-coarse:w-11' },
  ],
  defaultVariants: { variant: 'secondary', size: 'md', square: false },
});

type Look = Omit<VariantProps<typeof buttonStyles>, 'square'> & {
  readonly icon?: IconName | undefined;
};

type Behaviour = Omit<ComponentProps<'button'>, 'children' | 'disabled'> & {
  readonly isDisabled?: boolean | undefined;
  /** The act is under way: the button keeps its focus and can't be pressed again. */
  readonly isPending?: boolean | undefined;
  /** By pointer, touch or keyboard. */
  readonly onPress?: (() => void) | undefined;
};

/**
 * The browser's own button. Props that a menu, popover or tooltip around it adds (react-aria's Pressable) go through to
 * the element, its ref too.
 */
function BareButton({
  isDisabled = false,
  isPending = false,
  onPress,
  onClick,
  type = 'button',
  ...props
}: Behaviour & { readonly children: ReactNode }) {
  return (
    <button
      {...props}
      // A pending submit button must not submit again by the Enter key either.
      type={isPending ? 'button' : type}
      disabled={isDisabled}
      {...(isPending && { 'aria-disabled': true, 'aria-busy': true })}
      onClick={(event) => {
        if (isPending) return;
        onClick?.(event);
        onPress?.();
      }}
    />
  );
}

type Props = Look & Behaviour & { readonly children: ReactNode };

/** A button with a word. One primary button a screen. */
export function Button({ variant, size, icon, children, className, ...props }: Props) {
  return (
    <BareButton {...props} className={buttonStyles({ variant, size, class: className })}>
      {icon && <Icon name={icon} />}
      {children}
    </BareButton>
  );
}

type IconButtonProps = Omit<Props, 'children' | 'icon'> & {
  readonly icon: IconName;
  readonly label: string;
};

/** A button with only a drawing; its label is spoken, and shown by a tooltip where one is put around it. */
export function IconButton({
  icon,
  label,
  variant = 'quiet',
  size,
  className,
  ...props
}: IconButtonProps) {
  return (
    <BareButton
      {...props}
      aria-label={label}
      className={buttonStyles({ variant, size, square: true, class: className })}
    >
      <Icon name={icon} />
    </BareButton>
  );
}

type ButtonLinkProps = Look & LinkProps & { readonly className?: string };

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({
  variant,
  size,
  icon,
  children,
  className,
  ...props
}: ButtonLinkProps) {
  return (
    <Link {...props} className={buttonStyles({ variant, size, class: className })}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
