import { Trans } from '@lingui/react/macro';
import { Banner } from '../design/banner.tsx';

/** That a city has more guests on some nights than it says it can accompany: they stay, and nobody is added to them. */
export function StandingGuests({ atMost, most }: { readonly atMost: number | null; readonly most: number }) {
  if (atMost === null || most <= atMost) return null;
  return <Banner tone="warn" icon="alert" role="status"><Trans>On some nights to come there are {most} guests already. They stay; nobody is added then.</Trans></Banner>;
}
