import { Trans, useLingui } from '@lingui/react/macro';
import { useFieldArray, type Control, type FieldArrayPath, type FieldArray, type FieldValues } from 'react-hook-form';
import { languageChoices } from '../defenders/place-names.ts';
import { IconButton } from '../design/button.tsx';
import { languageName } from '../design/names.ts';
import { Select } from '../design/select.tsx';

type Spoken = { languages: { code: string }[] };

/** The languages that people of a city speak with guests; none named means that nobody knows yet. */
export function LanguagesField<V extends Spoken & FieldValues>({ control }: { readonly control: Control<V> }) {
  const { t } = useLingui();
  const name = 'languages' as FieldArrayPath<V>; // V holds it by its own bound, which a template of paths can't follow
  const { fields, append, remove } = useFieldArray({ control, name });
  const codes = fields.map((field) => ('code' in field && typeof field.code === 'string' ? field.code : ''));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium"><Trans>Languages spoken with guests</Trans></legend>
      {codes.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {codes.map((code, index) => (
            <li key={code} className="flex items-center gap-0.5 rounded-md border border-line bg-sunken ps-2.5">
              {languageName(code)}
              <IconButton size="sm" icon="close" label={t`Remove ${languageName(code)}`} onPress={() => { remove(index); }} />
            </li>
          ))}
        </ul>
      )}
      <div className="max-w-72">
        <Select
          label={t`Add a language`}
          hint={codes.length === 0 ? t`As long as none is named, this counts as not known.` : undefined}
          placeholder={t`Choose a language`}
          choices={languageChoices().filter(({ value }) => !codes.includes(value))}
          value=""
          onChange={({ target }) => { if (target.value !== '') append({ code: target.value } as FieldArray<V>, { shouldFocus: false }); }}
        />
      </div>
    </fieldset>
  );
}
