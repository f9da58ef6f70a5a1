import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Trans, useLingui } from '@lingui/react/macro';
import type { CityView, PlaceView } from '@shelter-city/contract/cities';
import { placeKinds, tracks } from '@shelter-city/contract/vocabulary';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { failureWords } from '../api/failure-text.ts';
import { showProblem } from '../api/show-problem.ts';
import { placeKindWords } from '../capacity/capacity-words.ts';
import { Button } from '../design/button.tsx';
import { Checkbox } from '../design/choices.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Select } from '../design/select.tsx';
import { StaleNotice } from '../design/stale-notice.tsx';
import { TextField } from '../design/text-field.tsx';
import { showToast } from '../design/toast.tsx';
import { trackWords } from '../stays/stay-words.ts';
import { cityNow, differencesOfPlace } from './city-differences.ts';
import { cityMutations } from './city-queries.ts';
import { emptyPlace, fromPlaceFields, placeFields, toPlaceFields, type PlaceFields } from './place-form.ts';
import { YesNoField } from './yes-no-field.tsx';

type Props = { readonly city: CityView; readonly place?: PlaceView | undefined; readonly onClose: () => void };

/** Adds a place, or changes what is known of one. */
export function PlaceDialog({ city, place, onClose }: Props) {
  const { t, i18n } = useLingui();
  const [before, setBefore] = useState(place);
  const [theirs, setTheirs] = useState<PlaceView | null>(null);
  const form = useForm<PlaceFields>({ resolver: standardSchemaResolver(placeFields), defaultValues: toPlaceFields(place?.facts ?? emptyPlace) });
  const onError = (failure: Error) => {
    const now = cityNow(failure)?.places.find(({ id }) => id === place?.id);
    if (now) setTheirs(now);
    else showProblem(form)(failure);
  };
  const undo = useMutation({ ...cityMutations.updatePlace(), onError: (failure) => { showToast({ tone: 'bad', text: failureWords(failure) }); } });
  const add = useMutation({ ...cityMutations.addPlace(city.slug), onError, onSuccess: () => { showToast({ text: t`Place added.` }); onClose(); } });
  const update = useMutation({
    ...cityMutations.updatePlace(),
    onError,
    onSuccess: ({ places }, { placeId }) => {
      const after = places.find(({ id }) => id === placeId);
      showToast({ text: t`Place changed.`, ...(after && before && { undo: () => { undo.mutate({ placeId, version: after.version, facts: before.facts }); } }) });
      onClose();
    },
  });
  const save = (over: PlaceView | undefined) =>
    form.handleSubmit((fields) => {
      const facts = fromPlaceFields(fields);
      if (over) update.mutate({ placeId: over.id, version: over.version, facts });
      else add.mutate(facts);
    });
  const errors = form.formState.errors.facts;

  return (
    <Dialog isOpen onClose={onClose} size="md" title={place ? <Trans>Change {place.facts.label}</Trans> : <Trans>Add a place in {city.name}</Trans>}>
      <Form onSubmit={save(before)} error={form.formState.errors.root}>
        {theirs && (
          <StaleNotice
            differences={differencesOfPlace(theirs.facts, fromPlaceFields(form.getValues()))}
            onTakeTheirs={() => { setBefore(theirs); form.reset(toPlaceFields(theirs.facts)); setTheirs(null); }}
            onKeepMine={() => { setBefore(theirs); setTheirs(null); void save(theirs)(); }}
          />
        )}
        <TextField label={t`Name`} hint={t`Such as “House A”. Never the street: the address is sealed apart.`} error={errors?.label} {...form.register('facts.label')} />
        <div className="grid grid-cols-3 items-start gap-4 max-sm:grid-cols-1">
          <Select label={t`Kind`} choices={placeKinds.map((value) => ({ value, label: i18n._(placeKindWords[value]) }))} error={errors?.kind} {...form.register('facts.kind')} />
          <TextField label={t`Sleeps`} inputMode="numeric" error={errors?.sleeps} {...form.register('facts.sleeps')} />
          <Select label={t`For`} choices={[{ value: '', label: t`Any guest` }, ...tracks.map((value) => ({ value, label: i18n._(trackWords[value]) }))]} error={errors?.track} {...form.register('facts.track')} />
        </div>
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <YesNoField label={t`Step-free`} field={form.register('facts.stepFree')} />
          <YesNoField label={t({ message: 'Quiet', context: 'place' })} field={form.register('facts.quiet')} />
          <YesNoField label={t`Space to pray`} field={form.register('facts.prayerSpace')} />
          <YesNoField label={t`Pets allowed`} field={form.register('facts.petsAllowed')} />
          <YesNoField label={t`Diets possible`} hint={t`Who keeps to a diet finds what to eat, at home or nearby.`} field={form.register('facts.dietPossible')} />
        </div>
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          <Checkbox label={t`Women only`} {...form.register('facts.womenOnly')} />
          <Checkbox label={t`Shared with others`} {...form.register('facts.shared')} />
        </div>
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={update.isPending || add.isPending}>{place ? <Trans>Save</Trans> : <Trans>Add the place</Trans>}</Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
