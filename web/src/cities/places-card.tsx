import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { cities, type CityView, type PlaceView } from '@shelter-city/contract/cities';
import { lazy, Suspense, useState } from 'react';
import { call } from '../api/call.ts';
import { failureWords } from '../api/failure-text.ts';
import { placeKindWords } from '../capacity/capacity-words.ts';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { formatDay } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { Reveal } from '../design/reveal.tsx';
import { EmptyState } from '../design/states.tsx';
import { trackWords } from '../stays/stay-words.ts';
import { YesNo } from './unknown.tsx';

const AddressDialog = lazy(async () => ({ default: (await import('./address-dialog.tsx')).AddressDialog }));
const PlaceDialog = lazy(async () => ({ default: (await import('./place-dialog.tsx')).PlaceDialog }));

type Asking = { readonly kind: 'add' } | { readonly kind: 'change' | 'address'; readonly place: PlaceView };

/** The places of a city: what each is like, and its sealed address. */
export function PlacesCard({ city }: { readonly city: CityView }) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const { places, may } = city;
  const close = () => { setAsking(null); };
  const add = <Button size="sm" icon="plus" onPress={() => { setAsking({ kind: 'add' }); }}><Trans>Add a place…</Trans></Button>;
  return (
    <Card title={<Trans>Places</Trans>} marks={<span className="text-sm text-muted tabular-nums">{places.length}</span>} actions={may.write && places.length > 0 && add} flush>
      {places.length === 0 ? (
        <EmptyState icon="house" title={<Trans>No place yet</Trans>} action={may.write && add}><Trans>A place is one house or room that takes one stay at a time.</Trans></EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {places.map((place) => (
            <PlaceItem key={place.id} place={place} mayWrite={may.write} onChange={() => { setAsking({ kind: 'change', place }); }} onAddress={() => { setAsking({ kind: 'address', place }); }} />
          ))}
        </ul>
      )}
      <Suspense fallback={null}>
        {asking?.kind === 'add' && <PlaceDialog city={city} onClose={close} />}
        {asking?.kind === 'change' && <PlaceDialog city={city} place={asking.place} onClose={close} />}
        {asking?.kind === 'address' && <AddressDialog place={asking.place} onClose={close} />}
      </Suspense>
    </Card>
  );
}

type ItemProps = { readonly place: PlaceView; readonly mayWrite: boolean; readonly onChange: () => void; readonly onAddress: () => void };

function PlaceItem({ place, mayWrite, onChange, onAddress }: ItemProps) {
  const { t, i18n } = useLingui();
  const { id, facts, retiredOn, hasAddress } = place;
  return (
    <li className="grid gap-3 p-4">
      <div className="flex items-start justify-between gap-4">
        <div className="grid gap-0.5">
          <h3 className="text-base">{facts.label}</h3>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
            <span>{i18n._(placeKindWords[facts.kind])}, <Plural value={facts.sleeps} one="sleeps # person" other="sleeps # people" /></span>
            {facts.track !== null && <Badge tone="accent">{i18n._(trackWords[facts.track])}</Badge>}
            {facts.womenOnly && <Badge><Trans>Women only</Trans></Badge>}
            {facts.shared && <Badge><Trans>Shared with others</Trans></Badge>}
            {retiredOn !== null && <Badge tone="warn"><Trans>given up on {formatDay(retiredOn)}</Trans></Badge>}
          </p>
        </div>
        {mayWrite && <Button size="sm" variant="quiet" icon="pencil" aria-label={t`Change ${facts.label}`} onPress={onChange}><Trans>Change…</Trans></Button>}
      </div>
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(min(16rem,100%),1fr))] gap-x-8 gap-y-1">
        {([[t`Step-free`, facts.stepFree], [t({ message: 'Quiet', context: 'place' }), facts.quiet], [t`Space to pray`, facts.prayerSpace], [t`Diets possible`, facts.dietPossible], [t`Pets allowed`, facts.petsAllowed]] as const).map(([term, is]) => (
          <div key={term} className="grid grid-cols-[8.5rem_1fr] gap-2 text-sm">
            <dt className="text-muted">{term}</dt>
            <dd><YesNo is={is} /></dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
        <span className="text-muted"><Trans>Address</Trans></span>
        {hasAddress ? (
          <Reveal label={t`Address of ${facts.label}`} wordsFor={failureWords} onReveal={async (reason) => (await call(cities.revealAddress, { params: { placeId: id }, body: { reason } })).address}>
            {(address) => <span className="whitespace-pre-line">{address}</span>}
          </Reveal>
        ) : (
          <span><Trans>Not written down yet</Trans></span>
        )}
        {mayWrite && (
          <Button size="sm" variant="quiet" aria-label={hasAddress ? t`Replace the address of ${facts.label}` : t`Write the address of ${facts.label}`} onPress={onAddress}>
            {hasAddress ? <Trans>Replace…</Trans> : <Trans>Write…</Trans>}
          </Button>
        )}
      </div>
    </li>
  );
}
