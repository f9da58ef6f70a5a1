import { useEffect, type ReactNode } from 'react';

/** The site's own name, as the document was served. */
const siteName = document.title;

type HeaderProps = {
  readonly title: ReactNode;
  /** What the browser's tab says. It is kept in histories and seen over shoulders: never a person, a code name or a city. */
  readonly tabTitle: string;
  readonly lead?: ReactNode;
  /** Small things beside the title: a state, a badge. */
  readonly marks?: ReactNode;
  readonly actions?: ReactNode;
};

/** The head of a page. Its title takes the focus when one arrives by a link, so that a screen reader says where one is. */
export function PageHeader({ title, tabTitle, lead, marks, actions }: HeaderProps) {
  useEffect(() => {
    document.title = siteName ? `${tabTitle} · ${siteName}` : tabTitle;
  }, [tabTitle]);
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="grid min-w-0 gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 tabIndex={-1} className="min-w-0 text-2xl wrap-anywhere">
            {title}
          </h1>
          {marks}
        </div>
        {lead && <p className="max-w-prose text-muted">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

/** The body of a page: one column with even gaps. */
export function Page({
  children,
  width = 'full',
}: {
  readonly children: ReactNode;
  readonly width?: 'full' | 'text';
}) {
  return (
    <div
      className={`grid content-start gap-5 p-4 md:p-6 [&>*]:min-w-0 ${width === 'text' ? 'max-w-3xl' : ''}`}
    >
      {children}
    </div>
  );
}

type CardProps = {
  readonly title?: ReactNode;
  readonly marks?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Without padding, for a table or list that reaches the edges. */
  readonly flush?: boolean;
};

/** A part of a page with its own heading. */
export function Card({ title, marks, actions, children, flush = false }: CardProps) {
  const head = title !== undefined || actions !== undefined;
  return (
    <section className="overflow-clip rounded-lg border border-line bg-surface">
      {head && (
        <div className="flex min-h-12 flex-wrap items-center justify-between gap-2 border-b border-line px-4 py-2">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <h2 className="text-base font-semibold">{title}</h2>
            {marks}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
      )}
      <div className={flush ? '' : 'p-4'}>{children}</div>
    </section>
  );
}

type Fact = { readonly term: ReactNode; readonly value: ReactNode };

/** Facts as term and value, in as many columns as fit. */
export function DescriptionList({
  facts,
  columns = 'many',
}: {
  readonly facts: readonly Fact[];
  readonly columns?: 'one' | 'many';
}) {
  return (
    <dl
      className={`grid gap-x-8 gap-y-3 ${columns === 'many' ? 'grid-cols-[repeat(auto-fill,minmax(min(14rem,100%),1fr))]' : ''}`}
    >
      {facts.map(({ term, value }, index) => (
        <div
          key={index}
          className={
            columns === 'one'
              ? 'grid grid-cols-[9rem_1fr] gap-3 max-sm:grid-cols-1 max-sm:gap-0.5'
              : 'grid content-start gap-0.5'
          }
        >
          <dt className="text-sm text-muted">{term}</dt>
          <dd className="min-w-0 break-words">{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}

type FigureProps = {
  readonly value: ReactNode;
  readonly label: ReactNode;
  readonly note?: ReactNode;
};

/** A number that matters, large, with what it counts below it. */
export function Figure({ value, label, note }: FigureProps) {
  return (
    <div className="grid content-start gap-0.5">
      <span className="text-2xl font-semibold tracking-tight tabular-nums">{value}</span>
      <span className="text-sm text-muted">{label}</span>
      {note && <span className="text-xs text-muted">{note}</span>}
    </div>
  );
}

type MeterProps = {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** The amount in words, such as "64 of 90 days"; it stands beside the bar. */
  readonly words: string;
  readonly tone?: 'accent' | 'ok' | 'warn' | 'bad';
};

/** How much of something is used, as a bar and in words. */
export function Meter({ label, value, max, words, tone = 'accent' }: MeterProps) {
  const fills = { accent: 'bg-accent', ok: 'bg-ok', warn: 'bg-warn', bad: 'bg-bad' } as const;
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap justify-between gap-x-3 text-sm">
        <span className="text-muted">{label}</span>
        <span className="tabular-nums">{words}</span>
      </div>
      <div
        role="meter"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={words}
        className="h-1.5 overflow-clip rounded-full bg-hover"
      >
        <div
          className={`h-full w-[calc(var(--share)*100%)] rounded-full ${fills[tone]}`}
          style={{ '--share': share } as React.CSSProperties}
        />
      </div>
    </div>
  );
}
