import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { GuestCard } from '@shelter-city/contract/city-home';
import { Banner } from '../design/banner.tsx';
import { formatDays, formatDaysAway, nightsBetween } from '../design/days.ts';
import { GuestActs } from './guest-acts.tsx';

/** The days of a guest, what comes next, what to heed, and the act of this phase. */
export function GuestBody({ guest, asOf }: { readonly guest: GuestCard; readonly asOf: string }) {
  const { t } = useLingui();
  const { arrivesOn, departsOn, actualArrivesOn, nights, place, returnReviewed, instructions } = guest;
  const isHere = actualArrivesOn !== null;
  const next = isHere ? departsOn : arrivesOn;
  const away = formatDaysAway(nightsBetween(asOf, next));
  return (
    <div className="grid gap-3">
      <div className="grid gap-0.5">
        <p>
          <span className="font-medium tabular-nums">{formatDays(actualArrivesOn ?? arrivesOn, departsOn)}</span>{' '}
          <span className="text-muted"><Plural value={nights} one="# night" other="# nights" />, {place.label}</span>
        </p>
        <p className="text-sm text-muted">
          {isHere ? <Trans>Leaves {away}.</Trans> : <Trans>Arrives {away}.</Trans>}
          {isHere && !returnReviewed && <>{' '}<Trans>The coordinators review the return before that.</Trans></>}
        </p>
      </div>
      {instructions.length > 0 && (
        <Banner tone="warn" icon="shield">
          <p className="text-sm font-medium"><Trans>Please heed</Trans></p>
          <ul aria-label={t`Instructions`}>{instructions.map((line) => <li key={line}>{line}</li>)}</ul>
        </Banner>
      )}
      <GuestActs guest={guest} asOf={asOf} />
    </div>
  );
}
