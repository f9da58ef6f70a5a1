import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../design/button.tsx';
import { Popover } from '../design/popover.tsx';

/** What each number counts; the same words stand in the exports. */
export type Counted = 'persons' | 'stays' | 'nights' | 'countries' | 'cities' | 'occupancy' | 'protected' | 'calls';

function Definition({ of }: { readonly of: Counted }): ReactNode {
  switch (of) {
    case 'persons':
      return <Trans>People whose stay began: an actual arrival is recorded. Each person counts once a year, and once over all years, however many stays.</Trans>;
    case 'stays':
      return <Trans>Stays that used at least one night of the year. A stay across New Year counts in both years.</Trans>;
    case 'nights':
      return <Trans>Nights really slept, from the day of arrival up to, not including, the day of departure, up to the day of this report.</Trans>;
    case 'countries':
      return <Trans>Different countries of work of the people hosted. The programme’s own list is used, with entries that ISO lacks.</Trans>;
    case 'cities':
      return <Trans>Host cities in which at least one stay used a night.</Trans>;
    case 'occupancy':
      return <Trans>Nights used of the nights that cities confirmed. Capacity that nobody signed doesn’t count.</Trans>;
    case 'calls':
      return <Trans>People of a call who were really hosted, whenever that was.</Trans>;
    case 'protected':
      return <Trans>Counts of one to four people are shown as “&lt; 5”, and a further cell is withheld (·) where a sum would give a small one back.</Trans>;
  }
}

/** "How is this counted?" beside a number. */
export function HowCounted({ of, label }: { readonly of: Counted; readonly label: string }) {
  const { t } = useLingui();
  return (
    <Popover label={t`How is this counted? ${label}`} trigger={<Button variant="quiet" size="sm" icon="question" aria-label={t`How is this counted? ${label}`} className="-ms-2 text-muted"><Trans>How is this counted?</Trans></Button>}>
      <p className="text-sm"><Definition of={of} /></p>
    </Popover>
  );
}
