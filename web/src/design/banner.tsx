import type { ReactNode } from 'react';
import { tv, type VariantProps } from 'tailwind-variants/lite';
import { Icon, type IconName } from './icon.tsx';

const banner = tv({
  base: 'flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2 text-sm',
  variants: {
    tone: {
      neutral: 'bg-sunken text-ink',
      accent: 'bg-accent-soft text-ink',
      ok: 'bg-ok-soft text-ok',
      warn: 'bg-warn-soft text-warn',
      bad: 'bg-bad-soft text-bad',
    },
    inset: { true: 'rounded-md', false: '' },
  },
  defaultVariants: { tone: 'neutral', inset: true },
});

type Props = VariantProps<typeof banner> & {
  readonly icon?: IconName;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits its turn. */
  readonly role?: 'alert' | 'status' | 'note';
};

/** A sentence about the whole page or form. */
export function Banner({ tone, inset, icon = 'info', children, action, role = 'note' }: Props) {
  return (
    <div role={role} className={banner({ tone, inset })}>
      <Icon name={icon} />
      <div className="min-w-0 grow basis-48">{children}</div>
      {action}
    </div>
  );
}
