import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { t as said } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { PlacementProfile } from '@shelter-city/contract/defenders';
import { visaKinds } from '@shelter-city/contract/vocabulary';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { failureWords } from '../api/failure-text.ts';
import { Button } from '../design/button.tsx';
import { DateField } from '../design/date-field.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Select } from '../design/select.tsx';
import { TextField } from '../design/text-field.tsx';
import { visaKindWords } from './visa-words.ts';

type Visa = PlacementProfile['visas'][number];

const shape = z
  .object({ kind: z.enum(visaKinds), validFrom: z.iso.date(), validUntil: z.iso.date(), countries: z.string(), days: z.string().regex(/^([1-9]|[1-8]\d|90)?$/) })
  .refine(({ validFrom, validUntil }) => validUntil >= validFrom, { path: ['validUntil'], error: () => said`Must not be before the first day` })
  // A national visa or one of limited territory without a country would be good nowhere.
  .refine(({ kind, countries }) => kind === 'SHORT_STAY' || countries.trim() !== '', { path: ['countries'], error: () => said`Say in which country it is good.` });

const codesIn = (text: string) => text.split(/[\s,;]+/).filter((code) => code !== '').map((code) => code.toUpperCase());

/** One of the visas or permits that a person holds: which kind, for which days, where, with how many days on it. */
export function VisaDialog({ start, onSave, onClose }: { readonly start: Visa | null; readonly onSave: (visa: Visa) => Promise<unknown>; readonly onClose: () => void }) {
  const { t, i18n } = useLingui();
  const form = useForm<z.input<typeof shape>, unknown, z.output<typeof shape>>({
    resolver: standardSchemaResolver(shape),
    defaultValues: { kind: start?.kind ?? 'SHORT_STAY', validFrom: start?.validFrom ?? '', validUntil: start?.validUntil ?? '', countries: start?.countries.join(', ') ?? '', days: start === null || start.days === null ? '' : String(start.days) },
  });
  const { errors, isSubmitting } = form.formState;
  const kind = useWatch({ control: form.control, name: 'kind' });
  const send = async (visa: Visa) => {
    try {
      await onSave(visa);
      onClose();
    } catch (failure) {
      form.setError('root', { message: failureWords(failure) });
    }
  };
  const save = ({ countries, days, ...visa }: z.output<typeof shape>) =>
    // The schema took both as days of the calendar.
    send({ ...(visa as Pick<Visa, 'kind' | 'validFrom' | 'validUntil'>), countries: codesIn(countries), days: days === '' ? null : Number(days) });
  return (
    <Dialog isOpen onClose={onClose} size="md" title={start ? <Trans>Change the visa or permit</Trans> : <Trans>Add a visa or permit</Trans>} lead={<Trans>Never its number. It goes with the passport’s facts after the departure.</Trans>}>
      <Form onSubmit={form.handleSubmit(save)} error={errors.root}>
        <Select label={t`Kind`} choices={visaKinds.map((kind) => ({ value: kind, label: i18n._(visaKindWords[kind]) }))} error={errors.kind} {...form.register('kind')} />
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <DateField control={form.control} name="validFrom" label={t`Valid from`} />
          <DateField control={form.control} name="validUntil" label={t`Valid until`} />
        </div>
        <TextField label={t`Good in`} hint={t`Codes of countries, such as NL, BE. Empty is the whole area, for a short stay only: a national visa names its State.`} optional={kind === 'SHORT_STAY'} error={errors.countries} {...form.register('countries')} />
        <TextField label={t`Days on it`} hint={t`From 1 to 90, as on the sticker.`} inputMode="numeric" optional error={errors.days} {...form.register('days')} />
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={isSubmitting}><Trans>Save</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
