import { Trans, useLingui } from '@lingui/react/macro';
import type { DefenderView } from '@shelter-city/contract/defenders';
import { StatusMark } from '../design/badge.tsx';
import { ButtonLink } from '../design/button.tsx';
import { formatDays } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { TextLink } from '../design/text-link.tsx';
import { stayStatusMarks, stayStatusWords } from '../stays/stay-words.ts';

/** Every stay of a defender, in whatever state. */
export function StaysCard({ defender }: { readonly defender: DefenderView }) {
  const { i18n } = useLingui();
  return (
    <Card title={<Trans>Stays</Trans>} flush actions={<ButtonLink size="sm" to={`/defenders/${defender.code}/match`}><Trans>Match</Trans></ButtonLink>}>
      {defender.stays.length === 0 && <p className="px-4 py-4 text-sm text-muted"><Trans>None yet</Trans></p>}
      <ul className="divide-y divide-line">
        {defender.stays.map((stay) => (
          <li key={stay.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5">
            <div>
              <TextLink to={`/stays/${stay.id}`}>{stay.city.name}, {stay.placeLabel}</TextLink>
              <p className="text-sm text-muted tabular-nums">{formatDays(stay.actualArrivesOn ?? stay.span.from, stay.actualDepartsOn ?? stay.span.until)}</p>
            </div>
            <StatusMark {...stayStatusMarks[stay.status]}>{i18n._(stayStatusWords[stay.status])}</StatusMark>
          </li>
        ))}
      </ul>
    </Card>
  );
}
