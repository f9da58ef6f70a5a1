import { t as say } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { CapacityPeriodView } from '@shelter-city/contract/capacity';
import { tracks } from '@shelter-city/contract/vocabulary';
import { useForm, useWatch } from 'react-hook-form';
import { Button } from '../design/button.tsx';
import { Checkbox } from '../design/choices.tsx';
import { DateField } from '../design/date-field.tsx';
import { formatDay, formatDays, nightsBetween } from '../design/days.ts';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Select } from '../design/select.tsx';
import { StaleNotice } from '../design/stale-notice.tsx';
import { TextArea } from '../design/text-field.tsx';
import { trackWords } from '../stays/stay-words.ts';
import { fieldsOf, periodResolver, type PeriodFields } from './period-form.ts';
import { usePeriodAct, type PeriodAct } from './use-period-act.ts';

type Props = { readonly slug: string; readonly act: PeriodAct; readonly onClose: () => void };

function useWordsOf(act: PeriodAct) {
  const { t } = useLingui();
  switch (act.kind) {
    case 'request':
      return { title: t`Ask for ${act.place.label}`, lead: t`The city sees this at once. It may answer with other dates.`, action: t`Ask` };
    case 'add':
      return { title: t`Offer ${act.place.label}`, lead: t`Days on which a guest may stay here.`, action: t`Offer` };
    case 'answer':
      return { title: t`Yes, on other dates`, lead: t`Asked for ${act.period.place.label}: ${formatDays(act.period.opensOn, act.period.closesOn)}.`, action: t`Offer these dates` };
    case 'offer':
      return { title: t`Change the offer`, lead: act.period.place.label, action: t`Save` };
    case 'change':
      return { title: t`Change confirmed dates`, lead: t`${act.period.place.label}. By saving you confirm the new dates.`, action: t`Save and confirm` };
  }
}

/** The days of a capacity period: asked for, offered or changed. What was typed stays when the server says no. */
export function PeriodDialog({ slug, act, onClose }: Props) {
  const { t, i18n } = useLingui();
  const words = useWordsOf(act);
  const period = 'period' in act ? act.period : undefined;
  const form = useForm<PeriodFields>({ resolver: periodResolver, defaultValues: fieldsOf(period) });
  const { send, isPending, theirs, takeTheirs } = usePeriodAct(slug, act, form, onClose);
  const { errors } = form.formState;
  const [opensOn, closesOn] = useWatch({ control: form.control, name: ['opensOn', 'closesOn'] });
  const nights = opensOn && closesOn > opensOn ? nightsBetween(opensOn, closesOn) : 0;
  const mayBeCertain = act.kind === 'add' || act.kind === 'answer' || act.kind === 'offer';
  const submit = (version?: number) => form.handleSubmit((fields) => { send(fields, version); });

  return (
    <Dialog isOpen onClose={onClose} size="md" title={words.title} lead={words.lead}>
      <Form onSubmit={submit()} error={errors.root}>
        {theirs && (
          <StaleNotice
            differences={differencesOf(theirs, form.getValues())}
            onTakeTheirs={takeTheirs}
            {...(theirs.status === period?.status && { onKeepMine: () => void submit(theirs.version)() })}
          />
        )}
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <DateField control={form.control} name="opensOn" label={t`From`} />
          <DateField control={form.control} name="closesOn" label={t`Until`} hint={t`The day on which the last guest leaves at the latest.`} />
        </div>
        {nights > 0 && (
          <p className="-mt-2 text-sm text-muted tabular-nums"><Plural value={nights} one="# night" other="# nights" /></p>
        )}
        <Select
          label={t`For whom`}
          choices={[{ value: '', label: t`Any guest` }, ...tracks.map((value) => ({ value, label: i18n._(trackWords[value]) }))]}
          error={errors.track}
          {...form.register('track')}
        />
        <TextArea label={t`Note`} optional hint={t`Read by the city and the coordinators. No names.`} error={errors.note} {...form.register('note')} />
        {mayBeCertain && (
          <Checkbox label={t`It is certain: confirm it at once`} hint={t`Guests are planned on confirmed dates only. Without this it stays an offer.`} {...form.register('isCertain')} />
        )}
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={isPending}>{words.action}</Button>
        </Actions>
      </Form>
    </Dialog>
  );
}

function differencesOf(theirs: CapacityPeriodView, mine: PeriodFields) {
  const day = (text: string) => (text === '' ? '–' : formatDay(text));
  const all = [
    { label: say`From`, theirs: day(theirs.opensOn), yours: day(mine.opensOn) },
    { label: say`Until`, theirs: day(theirs.closesOn), yours: day(mine.closesOn) },
    { label: say`Note`, theirs: theirs.note ?? '–', yours: mine.note || '–' },
  ];
  return all.filter((one) => one.theirs !== one.yours);
}
