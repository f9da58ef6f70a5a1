import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Trans, useLingui } from '@lingui/react/macro';
import { cityStates, newCity, type AdminCityView } from '@shelter-city/contract/admin-cities';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { today } from '../app/clock.ts';
import { showProblem } from '../api/show-problem.ts';
import { Button } from '../design/button.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Select } from '../design/select.tsx';
import { TextField } from '../design/text-field.tsx';
import { showToast } from '../design/toast.tsx';
import { adminCityMutations } from './admin-queries.ts';
import { cityStateWords } from './city-words.ts';

type Props = { readonly city: AdminCityView | undefined; readonly onClose: () => void };

/** Adds a city, or changes what one is called, its first year and whether it takes part. */
export function CityDialog({ city, onClose }: Props) {
  const { t, i18n } = useLingui();
  const form = useForm({
    resolver: standardSchemaResolver(newCity),
    defaultValues: {
      name: city?.name ?? '',
      region: city?.region ?? '',
      joinedYear: city?.joinedYear ?? Number(today().slice(0, 4)),
      status: city?.status ?? 'ACTIVE',
      // The middle of the country, until somebody says better; a city that is there keeps its dot.
      latitude: 52.1,
      longitude: 5.3,
    },
  });
  const onError = showProblem(form);
  const onSuccess = () => {
    showToast({ text: t`The city was saved.` });
    onClose();
  };
  const add = useMutation({ ...adminCityMutations.add(), onError, onSuccess });
  const change = useMutation({
    ...adminCityMutations.change(city?.slug ?? ''),
    onError,
    onSuccess,
  });
  const { errors } = form.formState;
  const number = { valueAsNumber: true } as const;
  return (
    <Dialog isOpen onClose={onClose} title={city ? t`Change ${city.name}` : t`Add a city`}>
      <Form
        onSubmit={form.handleSubmit((value) => {
          const { name, region, joinedYear, status } = value;
          if (city) change.mutate({ name, region, joinedYear, status, version: city.version });
          else add.mutate(value);
        })}
        error={errors.root}
      >
        <TextField label={t`Name`} error={errors.name} {...form.register('name')} />
        <TextField label={t`Region`} error={errors.region} {...form.register('region')} />
        <TextField
          label={t`Takes part since`}
          inputMode="numeric"
          error={errors.joinedYear}
          {...form.register('joinedYear', number)}
        />
        <Select
          label={t`State`}
          error={errors.status}
          choices={cityStates.map((value) => ({ value, label: i18n._(cityStateWords[value]) }))}
          {...form.register('status')}
        />
        {!city && (
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              label={t`Degrees north`}
              inputMode="decimal"
              error={errors.latitude}
              {...form.register('latitude', number)}
            />
            <TextField
              label={t`Degrees east`}
              inputMode="decimal"
              error={errors.longitude}
              {...form.register('longitude', number)}
            />
          </div>
        )}
        <Actions>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" variant="primary" isPending={add.isPending || change.isPending}>
            <Trans>Save</Trans>
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
