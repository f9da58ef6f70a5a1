import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { barLooks, crossed, hatch } from './bar-look.ts';

function Key({ look, children }: { readonly look: string; readonly children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <span aria-hidden="true" className={`h-3.5 w-6 rounded-sm border ${look}`} />
      {children}
    </li>
  );
}

/** What the board's drawings mean, in words. */
export function Legend() {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      <Key look={barLooks.CONFIRMED}><Trans>Confirmed</Trans></Key>
      <Key look={barLooks.PROPOSED}><Trans>Proposed</Trans></Key>
      <Key look={barLooks.DRAFT}><Trans>Draft, private</Trans></Key>
      <Key look={barLooks.IN_STAY}><Trans>In stay</Trans></Key>
      <Key look={barLooks.CLOSED}><Trans>Past</Trans></Key>
      <Key look="border-line-strong bg-surface"><Trans>Capacity confirmed</Trans></Key>
      <Key look={`border-line-strong ${hatch}`}><Trans>Capacity not confirmed</Trans></Key>
      <Key look={`border-line-strong ${crossed}`}><Trans>Closed days</Trans></Key>
      <Key look="border-line-strong bg-sunken"><Trans>Nothing offered</Trans></Key>
    </ul>
  );
}
