import { Trans, useLingui } from '@lingui/react/macro';
import { languageLevels } from '@shelter-city/contract/vocabulary';
import { useFieldArray } from 'react-hook-form';
import { Button, IconButton } from '../design/button.tsx';
import { ComboBoxField } from '../design/combo-box.tsx';
import { DateField } from '../design/date-field.tsx';
import { Select, type Choice } from '../design/select.tsx';
import { TextField } from '../design/text-field.tsx';
import type { ProfileForm } from './profile-form.ts';

/** Languages with their level, as many as needed. */
export function LanguageFields({ form, choices }: { readonly form: ProfileForm; readonly choices: readonly Choice[] }) {
  const { t } = useLingui();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'profile.languages' });
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium"><Trans>Languages</Trans></legend>
      {fields.map((field, index) => (
        <div key={field.id} className="grid grid-cols-[1fr_7rem_auto] items-end gap-2">
          <ComboBoxField control={form.control} name={`profile.languages.${index}.language`} label={t`Language`} choices={choices} />
          <Select label={t`Level`} choices={languageLevels.map((value) => ({ value, label: value === 'NATIVE' ? t`Native` : value }))} {...form.register(`profile.languages.${index}.level`)} />
          <IconButton icon="close" label={t`Remove this language`} onPress={() => { remove(index); }} />
        </div>
      ))}
      <Button size="sm" icon="plus" className="justify-self-start" onPress={() => { append({ language: '', level: 'B1' }); }}><Trans>Add a language</Trans></Button>
    </fieldset>
  );
}

/** Earlier and planned days in Schengen, outside our own stays. */
export function PresenceFields({ form }: { readonly form: ProfileForm }) {
  const { t } = useLingui();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'profile.presences' });
  const errors = form.formState.errors.profile?.presences;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium"><Trans>Days in Schengen outside our stays</Trans></legend>
      {fields.map((field, index) => (
        <div key={field.id} className="grid grid-cols-[1fr_1fr_1fr_auto] items-end gap-2 max-sm:grid-cols-[1fr_auto]">
          <DateField control={form.control} name={`profile.presences.${index}.enteredOn`} label={t`Entry`} />
          <DateField control={form.control} name={`profile.presences.${index}.leftOn`} label={t`Exit`} />
          <TextField label={t`How we know it`} error={errors?.[index]?.source} {...form.register(`profile.presences.${index}.source`)} />
          <IconButton icon="close" label={t`Remove these days`} onPress={() => { remove(index); }} />
        </div>
      ))}
      <Button size="sm" icon="plus" className="justify-self-start" onPress={() => { append({ enteredOn: '' as never, leftOn: '' as never, source: '', basis: 'SHORT_STAY' }); }}><Trans>Add days</Trans></Button>
    </fieldset>
  );
}
