import { Trans } from '@lingui/react/macro';
import type { Count } from '@shelter-city/contract/reports';
import { formatNumber } from '../design/days.ts';

/** A protected count: the number, "fewer than five", or that it is withheld so that nothing gives a small one back. */
export function CountWords({ count, smallest }: { readonly count: Count; readonly smallest: number }) {
  if (count === 'SMALL') return <span className="text-muted">&lt; {smallest}</span>;
  if (count === 'WITHHELD') {
    return (
      <span className="text-muted">
        <span aria-hidden="true">·</span>
        <span className="sr-only"><Trans>withheld</Trans></span>
      </span>
    );
  }
  return <>{formatNumber(count)}</>;
}
