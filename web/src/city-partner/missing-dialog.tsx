import { Trans, useLingui } from '@lingui/react/macro';
import type { CityView } from '@shelter-city/contract/cities';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Failure } from '../api/failure.tsx';
import { cityQueries } from '../cities/city-queries.ts';
import { LanguagesField } from '../cities/languages-field.tsx';
import { YesNoField } from '../cities/yes-no-field.tsx';
import { Button } from '../design/button.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Skeleton } from '../design/states.tsx';
import { TextArea } from '../design/text-field.tsx';
import { openQuestions, type MissingFact, type MissingFields } from './open-questions.ts';
import { useMissingAnswers } from './use-missing-answers.ts';

type Props = { readonly slug: string; readonly missing: readonly MissingFact[]; readonly onClose: () => void };

/** Asks exactly what is missing, and nothing else. What stays open may stay open. */
export function MissingDialog({ slug, missing, onClose }: Props) {
  const { data: city, error, refetch } = useQuery(cityQueries.detail(slug));
  return (
    <Dialog isOpen onClose={onClose} size="md" title={<Trans>What we don’t know yet</Trans>} lead={<Trans>Answer what you know and leave the rest open.</Trans>}>
      {city ? <Questions city={city} missing={missing} onClose={onClose} /> : error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={4} className="h-9" />}
    </Dialog>
  );
}

function Questions({ city, missing, onClose }: { readonly city: CityView; readonly missing: readonly MissingFact[]; readonly onClose: () => void }) {
  const { t } = useLingui();
  // As they were when the dialog opened: an answer that is saved meanwhile may not move the fields.
  const [asked] = useState(() => openQuestions(city, missing));
  const form = useForm<MissingFields>({ defaultValues: { languages: [], careNearby: '', places: asked.places.map(() => ({ stepFree: '', quiet: '', diet: '', address: '' })) } });
  const { save, isPending } = useMissingAnswers(city, asked, form, onClose);
  return (
    <Form onSubmit={form.handleSubmit(save)} error={form.formState.errors.root}>
      {asked.languages && <LanguagesField control={form.control} />}
      {asked.care && <YesNoField label={t`Specialised care nearby`} hint={t`Such as trauma care that takes guests of the programme.`} field={form.register('careNearby')} />}
      {asked.places.map(({ place, stepFree, quiet, diet, address }, index) => (
        <fieldset key={place.id} className="grid gap-3 rounded-md border border-line p-4 pt-3">
          <legend className="px-1 font-medium">{place.facts.label}</legend>
          {stepFree && <YesNoField label={t`Step-free`} field={form.register(`places.${index}.stepFree`)} />}
          {quiet && <YesNoField label={t({ message: 'Quiet', context: 'place' })} field={form.register(`places.${index}.quiet`)} />}
          {diet && <YesNoField label={t`Diets possible`} hint={t`Who keeps to a diet finds what to eat, at home or nearby.`} field={form.register(`places.${index}.diet`)} />}
          {address && (
            <TextArea
              label={t`Address`}
              optional
              autoComplete="off"
              hint={t`It is sealed, and read only with a reason.`}
              {...form.register(`places.${index}.address`, { maxLength: { value: 400, message: t`At most 400 characters.` } })}
              error={form.formState.errors.places?.[index]?.address}
            />
          )}
        </fieldset>
      ))}
      <Actions>
        <Button onPress={onClose}><Trans>Cancel</Trans></Button>
        <Button type="submit" variant="primary" isPending={isPending}><Trans>Save</Trans></Button>
      </Actions>
    </Form>
  );
}
