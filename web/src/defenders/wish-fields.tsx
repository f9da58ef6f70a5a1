import { Trans, useLingui } from '@lingui/react/macro';
import type { CityLine } from '@shelter-city/contract/cities';
import { useController } from 'react-hook-form';
import { SelectBox } from '../design/select.tsx';
import type { ProfileForm } from './profile-form.ts';

/** Cities that the person would like, or would rather avoid. A wish, never a rule. */
export function WishFields({ form, cities }: { readonly form: ProfileForm; readonly cities: readonly CityLine[] }) {
  const { t } = useLingui();
  const { field } = useController({ control: form.control, name: 'profile.wishes' });
  const wishes = field.value;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium"><Trans>Wishes for cities</Trans></legend>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-6 gap-y-1.5">
        {cities.map(({ id, name }) => (
          <li key={id} className="flex items-center justify-between gap-2">
            <span>{name}</span>
            <SelectBox
              aria-label={t`Wish for ${name}`}
              value={wishes.find(({ cityId }) => cityId === id)?.kind ?? ''}
              placeholder={t`No wish`}
              choices={[{ value: 'PREFER', label: t`Would like` }, { value: 'AVOID', label: t`Rather not` }]}
              onChange={(event) => {
                const others = wishes.filter(({ cityId }) => cityId !== id);
                const kind = event.target.value;
                field.onChange(kind === 'PREFER' || kind === 'AVOID' ? [...others, { cityId: id, kind }] : others);
              }}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
