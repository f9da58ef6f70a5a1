import type { ReactNode } from 'react';
import { tv, type VariantProps } from 'tailwind-variants/lite';

/** What a colour means everywhere: nothing by itself, since a word always stands beside it. */
export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'bad';

const badge = tv({
  base: 'inline-flex items-center gap-1 rounded-sm px-1.5 py-px text-xs font-medium whitespace-nowrap',
  variants: {
    tone: {
      neutral: 'bg-hover text-ink',
      accent: 'bg-accent-soft text-accent-ink',
      ok: 'bg-ok-soft text-ok',
      warn: 'bg-warn-soft text-warn',
      bad: 'bg-bad-soft text-bad',
    },
  },
  defaultVariants: { tone: 'neutral' },
});

/** One word about a thing. */
export function Badge({
  tone,
  children,
}: VariantProps<typeof badge> & { readonly children: ReactNode }) {
  return <span className={badge({ tone })}>{children}</span>;
}

const inks: Record<Tone, string> = {
  neutral: 'text-muted',
  accent: 'text-accent-ink',
  ok: 'text-ok',
  warn: 'text-warn',
  bad: 'text-bad',
};

const shapes = {
  ring: <circle cx="6" cy="6" r="4.2" />,
  'dashed-ring': <circle cx="6" cy="6" r="4.2" strokeDasharray="2 1.8" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.2" />
      <path d="M6 1.8a4.2 4.2 0 0 1 0 8.4z" fill="currentColor" />
    </>
  ),
  full: <circle cx="6" cy="6" r="4.2" fill="currentColor" />,
  check: <path d="m2 6.5 2.7 2.7L10 3.2" />,
  cross: <path d="m2.5 2.5 7 7M9.5 2.5l-7 7" />,
  minus: <path d="M2 6h8" />,
  arrow: <path d="M1.5 6h8M6.5 3l3 3-3 3" />,
  up: <path d="M6 10.5v-9M2.5 5 6 1.5 9.5 5" />,
  down: <path d="M6 1.5v9M2.5 7 6 10.5 9.5 7" />,
  equal: <path d="M2 4.2h8M2 7.8h8" />,
  triangle: <path d="M6 1.5 11 10.3H1z" />,
  diamond: <path d="m6 1.2 4.8 4.8L6 10.8 1.2 6z" />,
  question: <path d="M3.8 4.2a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.5M6 10v.1" />,
} as const;

export type Shape = keyof typeof shapes;

type MarkProps = {
  readonly shape: Shape;
  readonly tone?: Tone;
  readonly children: ReactNode;
};

/** A state as shape and word: the shape differs as well as the colour, and the word says it. */
export function StatusMark({ shape, tone = 'neutral', children }: MarkProps) {
  return (
    <span className="inline-flex items-baseline gap-1.5 align-bottom whitespace-nowrap">
      <svg
        viewBox="0 0 12 12"
        // As tall as a line: beside words of several lines it stands at the first, and the words give the baseline.
        className={`h-[1lh] w-3 shrink-0 self-start ${inks[tone]}`}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {shapes[shape]}
      </svg>
      {children}
    </span>
  );
}
