import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { movedStay } from '@shelter-city/contract/stays';
import { useMutation } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { failureWords } from '../api/failure-text.ts';
import { showProblem } from '../api/show-problem.ts';
import { Banner } from '../design/banner.tsx';
import { Button } from '../design/button.tsx';
import { DateField } from '../design/date-field.tsx';
import { nightsBetween } from '../design/days.ts';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Select } from '../design/select.tsx';
import { showToast } from '../design/toast.tsx';
import { OverrulingFields, useOverruling } from './overruling.tsx';
import type { PlaceChoice } from './propose-dialog.tsx';
import { stayMutations } from './stay-queries.ts';

/** Where a stay lies: what a move changes and its undo puts back. */
export type StayPosition = { readonly placeId: string; readonly arrivesOn: string; readonly departsOn: string };

type Props = {
  readonly stay: { readonly id: string; readonly codeName: string; readonly isProposed: boolean; readonly version: number } & StayPosition;
  readonly places: readonly PlaceChoice[];
  /** Where it was dropped, when it was dragged. */
  readonly to?: StayPosition | undefined;
  readonly onClose: () => void;
};

/** Moves a draft or a proposal to another place or other days. A city that was asked sees the new days of its card. */
export function MoveDialog({ stay, places, to, onClose }: Props) {
  const { t } = useLingui();
  const from: StayPosition = { placeId: stay.placeId, arrivesOn: stay.arrivesOn, departsOn: stay.departsOn };
  const form = useForm<z.input<typeof movedStay>, unknown, z.output<typeof movedStay>>({
    resolver: standardSchemaResolver(movedStay),
    defaultValues: { ...from, ...to, version: stay.version },
  });
  const [arrivesOn, departsOn] = useWatch({ control: form.control, name: ['arrivesOn', 'departsOn'] });
  const overruling = useOverruling(arrivesOn);
  const back = useMutation({ ...stayMutations.change('move'), onError: (failure) => { showToast({ tone: 'bad', text: failureWords(failure) }); } });
  const move = useMutation({
    ...stayMutations.change('move'),
    onError: (failure) => { if (!overruling.takes(failure)) showProblem(form)(failure); },
    onSuccess: ({ version }) => {
      showToast({ text: t`Moved.`, undo: () => { back.mutate({ stayId: stay.id, body: { ...from, version } }); } });
      onClose();
    },
  });
  const { errors } = form.formState;
  const nights = arrivesOn && departsOn > arrivesOn ? nightsBetween(arrivesOn, departsOn) : 0;

  return (
    <Dialog isOpen onClose={onClose} size="md" title={<Trans>Move {stay.codeName}</Trans>}>
      <Form onSubmit={form.handleSubmit((body) => { move.mutate({ stayId: stay.id, body: { ...body, ...overruling.answer(null) } }); })} error={errors.root}>
        {stay.isProposed && (
          <Banner tone="warn" icon="alert">
            <Trans>A city was asked for this stay. It sees the change at once.</Trans>
          </Banner>
        )}
        <Select label={t`Place`} choices={places} error={errors.placeId} {...form.register('placeId')} />
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <DateField control={form.control} name="arrivesOn" label={t`Arrival`} />
          <DateField control={form.control} name="departsOn" label={t`Departure`} />
        </div>
        {nights > 0 && (
          <p className="-mt-2 text-sm text-muted tabular-nums">
            <Plural value={nights} one="# night" other="# nights" />
          </p>
        )}
        <OverrulingFields overruling={overruling} />
        <Actions>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" variant="primary" isPending={move.isPending}>
            <Trans>Move</Trans>
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
