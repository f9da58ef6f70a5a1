import { Trans, useLingui } from '@lingui/react/macro';
import { accessNeeds, themes, tracks } from '@shelter-city/contract/vocabulary';
import { useMemo } from 'react';
import { Checkbox, CheckboxGroup } from '../design/choices.tsx';
import { ComboBoxField } from '../design/combo-box.tsx';
import { DateField } from '../design/date-field.tsx';
import { Select } from '../design/select.tsx';
import { TextField } from '../design/text-field.tsx';
import { trackWords } from '../stays/stay-words.ts';
import { needWords, themeWords } from './defender-words.ts';
import type { ProfileForm } from './profile-form.ts';
import { LanguageFields, PresenceFields } from './profile-lists.tsx';
import { countryChoices, languageChoices } from './place-names.ts';

const toCount = { setValueAs: (value: unknown) => (value === '' || value === null ? null : Number(value)) };

/** Who the person is for placing: where they work, what they need, what they speak. */
export function PersonFields({ form }: { readonly form: ProfileForm }) {
  const { t, i18n } = useLingui();
  const errors = form.formState.errors.profile;
  const countries = useMemo(() => countryChoices(), [i18n.locale]); // eslint-disable-line react-hooks/exhaustive-deps -- names follow the language
  const spoken = useMemo(() => languageChoices(), [i18n.locale]); // eslint-disable-line react-hooks/exhaustive-deps -- names follow the language
  return (
    <>
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <ComboBoxField control={form.control} name="profile.countryOfWork" label={t`Country of work`} choices={countries} />
        <ComboBoxField control={form.control} name="profile.currentCountry" label={t`Now in`} choices={countries} />
      </div>
      <LanguageFields form={form} choices={spoken} />
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <ComboBoxField control={form.control} name="profile.interpreter" label={t`Interpreter needed for`} choices={spoken} />
        <TextField label={t`People in the household`} hint={t`The defender included`} inputMode="numeric" error={errors?.householdSize} {...form.register('profile.householdSize', toCount)} />
      </div>
      <CheckboxGroup label={t`Practical needs`} hint={t`Needs only, never a diagnosis.`} inline choices={accessNeeds.map((value) => ({ value, label: i18n._(needWords[value]) }))} field={form.register('profile.needs')} />
      <Checkbox label={t`May stay in a place for women only`} {...form.register('profile.womenOnlyAllowed')} />
      <CheckboxGroup label={t`Themes of the work`} inline choices={themes.map((value) => ({ value, label: i18n._(themeWords[value]) }))} field={form.register('profile.themes')} />
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <Select label={t`Track`} placeholder={t`General programme`} choices={tracks.map((value) => ({ value, label: i18n._(trackWords[value]) }))} error={errors?.track} {...form.register('profile.track')} />
      </div>
    </>
  );
}

/** When the person can come, and what the papers allow. */
export function DateFields({ form }: { readonly form: ProfileForm }) {
  const { t } = useLingui();
  const errors = form.formState.errors.profile;
  return (
    <>
      <div className="grid grid-cols-3 gap-4 max-sm:grid-cols-1">
        <DateField control={form.control} name="profile.earliestArrival" label={t`Can arrive from`} />
        <DateField control={form.control} name="profile.latestArrival" label={t`Must arrive by`} />
        <TextField label={t`Nights wished`} hint={t`89 nights are 90 visa days`} inputMode="numeric" error={errors?.nightsWished} {...form.register('profile.nightsWished', toCount)} />
      </div>
      <div className="grid grid-cols-3 gap-4 max-sm:grid-cols-1">
        <DateField control={form.control} name="profile.passportValidUntil" label={t`Passport valid until`} />
        <TextField label={t`Days the consulate takes`} inputMode="numeric" optional error={errors?.visaLeadDays} {...form.register('profile.visaLeadDays', toCount)} />
      </div>
      <Checkbox label={t`Needs a visa`} {...form.register('profile.visaNeeded')} />
      <PresenceFields form={form} />
      <p className="text-sm text-muted"><Trans>Empty fields say “not known”: the match then asks, and doesn’t guess.</Trans></p>
    </>
  );
}
