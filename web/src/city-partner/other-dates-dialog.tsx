import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { t as say } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { RequestCard } from '@shelter-city/contract/city-home';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { isConflict } from '../api/problems.ts';
import { showProblem } from '../api/show-problem.ts';
import { today } from '../app/clock.ts';
import { Button } from '../design/button.tsx';
import { DateField } from '../design/date-field.tsx';
import { formatDay, formatMonth, nightsBetween } from '../design/days.ts';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { TextArea } from '../design/text-field.tsx';
import { showToast } from '../design/toast.tsx';
import { plusDays } from '../stays/plus-days.ts';
import { answerMutation, cityHomeQueries } from './city-home-queries.ts';

const fields = z
  .strictObject({ arrivesOn: z.iso.date(), departsOn: z.iso.date(), note: z.string().trim().max(1000) })
  .refine(({ arrivesOn, departsOn }) => departsOn > arrivesOn, { path: ['departsOn'], error: () => say`The departure must be after the arrival.` });
type Fields = z.output<typeof fields>;

/** Yes, on other dates: the coordinator takes them or comes back. The place stays held meanwhile. */
export function OtherDatesDialog({ request, onClose }: { readonly request: RequestCard; readonly onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { id, version, codeName, place, nights, arrivalMonth, otherDates } = request;
  const form = useForm<Fields>({
    resolver: standardSchemaResolver(fields),
    defaultValues: { arrivesOn: otherDates?.from ?? '', departsOn: otherDates?.until ?? '', note: '' },
  });
  const offer = useMutation({
    ...answerMutation('offerOtherDates'),
    onError: (failure) => {
      showProblem(form)(failure);
      if (isConflict(failure)) void client.invalidateQueries({ queryKey: cityHomeQueries.all() });
    },
    onSuccess: () => { showToast({ text: t`Offered. The coordinator answers you.` }); onClose(); },
  });
  const [arrivesOn, departsOn] = useWatch({ control: form.control, name: ['arrivesOn', 'departsOn'] });
  const length = arrivesOn && departsOn > arrivesOn ? nightsBetween(arrivesOn, departsOn) : 0;
  const { errors } = form.formState;
  return (
    <Dialog isOpen onClose={onClose} size="md" title={<Trans>Yes to {codeName}, on other dates</Trans>} lead={<Trans>Asked: {nights} nights from {formatMonth(`${arrivalMonth}-01`)} in {place.label}.</Trans>}>
      <Form onSubmit={form.handleSubmit(({ note, ...days }) => { offer.mutate({ stayId: id, body: { version, ...days, note: note === '' ? null : note } }); })} error={errors.root}>
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <DateField control={form.control} name="arrivesOn" label={t`Arrival`} min={today()} />
          <DateField control={form.control} name="departsOn" label={t`Departure`} min={arrivesOn ? plusDays(arrivesOn, 1) : today()} />
        </div>
        {arrivesOn !== '' && length !== nights && (
          <p className="-mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted tabular-nums">
            {length > 0 && <Plural value={length} one="# night" other="# nights" />}
            <Button size="sm" variant="quiet" onPress={() => { form.setValue('departsOn', plusDays(arrivesOn, nights), { shouldValidate: form.formState.isSubmitted }); }}>
              <Trans>{nights} nights: until {formatDay(plusDays(arrivesOn, nights))}</Trans>
            </Button>
          </p>
        )}
        <TextArea label={t`Note for the coordinator`} optional error={errors.note} {...form.register('note')} />
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={offer.isPending}><Trans>Offer these dates</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
