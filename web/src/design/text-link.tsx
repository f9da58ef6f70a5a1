import { Link, type LinkProps } from 'react-router';

/** A link inside text or a table. */
export function TextLink({
  className = '',
  ...props
}: LinkProps & { readonly className?: string }) {
  return (
    <Link
      {...props}
      className={`rounded-sm text-accent-ink underline decoration-line-strong underline-offset-3 hover:decoration-current ${className}`}
    />
  );
}
