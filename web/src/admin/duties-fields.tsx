import { useLingui } from '@lingui/react/macro';
import { roles } from '@shelter-city/contract/vocabulary';
import { useQuery } from '@tanstack/react-query';
import type { FieldErrors, UseFormReturn } from 'react-hook-form';
import { Checkbox } from '../design/choices.tsx';
import { Select } from '../design/select.tsx';
import { roleWord } from '../session/role-words.ts';
import { adminQueries } from './admin-queries.ts';
import type { DutiesForm } from './duties-form.ts';

type Props = {
  readonly form: Pick<UseFormReturn<DutiesForm>, 'register' | 'watch'>;
  readonly errors: FieldErrors<DutiesForm>;
};

/** Role, and with it the city of a city partner or the clearance of a coordinator. */
export function DutiesFields({ form, errors }: Props) {
  const { t, i18n } = useLingui();
  const { data } = useQuery(adminQueries.cities());
  const role = form.watch('role');
  return (
    <>
      <Select
        label={t`Role`}
        error={errors.role}
        choices={roles.map((value) => ({
          value,
          label: i18n._(roleWord({ role: value, riskCleared: false })),
        }))}
        {...form.register('role')}
      />
      {role === 'CITY_PARTNER' && (
        <Select
          label={t`City`}
          error={errors.cityId}
          placeholder={t`Choose a city`}
          choices={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          {...form.register('cityId')}
        />
      )}
      {role === 'COORDINATOR' && (
        <Checkbox label={t`Cleared for restricted risk notes`} {...form.register('riskCleared')} />
      )}
    </>
  );
}
