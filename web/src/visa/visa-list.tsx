import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { PlacementProfile } from '@shelter-city/contract/defenders';
import { today } from '../app/clock.ts';
import { Badge } from '../design/badge.tsx';
import { IconButton } from '../design/button.tsx';
import { formatDays } from '../design/days.ts';
import { countryName } from '../design/names.ts';
import { visaKindWords } from './visa-words.ts';

type Visa = PlacementProfile['visas'][number];

/** Whether a visa counts today, did once, or will. */
function Mark({ visa }: { readonly visa: Visa }) {
  const now = today();
  if (visa.validUntil < now) return <Badge><Trans>Ended</Trans></Badge>;
  return visa.validFrom > now ? <Badge tone="accent"><Trans>Not yet valid</Trans></Badge> : <Badge tone="ok"><Trans>Valid now</Trans></Badge>;
}

/** The visas and permits that a person holds or held, the first to be valid first. */
export function VisaList({ visas, onChange, onRemove }: { readonly visas: readonly Visa[]; readonly onChange: (index: number) => void; readonly onRemove: (index: number) => void }) {
  const { t, i18n } = useLingui();
  if (visas.length === 0) return <p className="text-muted"><Trans>None recorded.</Trans></p>;
  return (
    <ul className="-my-2 divide-y divide-line tabular-nums">
      {visas.map((visa, index) => (
        <li key={`${visa.kind}${visa.validFrom}${String(index)}`} className="flex items-start justify-between gap-3 py-2">
          <div className="grid min-w-0 gap-0.5">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">{i18n._(visaKindWords[visa.kind])} <Mark visa={visa} /></p>
            <p className="text-sm">{formatDays(visa.validFrom, visa.validUntil)}</p>
            <p className="text-sm text-muted">
              {visa.countries.length === 0 ? <Trans>Good in the whole area</Trans> : <Trans>Good in {visa.countries.map((country) => countryName(country)).join(', ')}</Trans>}
              {visa.days !== null && <>{' · '}<Plural value={visa.days} one="# day on it" other="# days on it" /></>}
            </p>
          </div>
          <span className="inline-flex gap-1">
            <IconButton icon="pencil" label={t`Change the visa or permit`} onPress={() => { onChange(index); }} />
            <IconButton icon="close" label={t`Remove the visa or permit`} onPress={() => { onRemove(index); }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
