import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Trans, useLingui } from '@lingui/react/macro';
import { proposedDraft } from '@shelter-city/contract/stays';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { showProblem } from '../api/show-problem.ts';
import { today } from '../app/clock.ts';
import { Button } from '../design/button.tsx';
import { DateField } from '../design/date-field.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { TextArea } from '../design/text-field.tsx';
import { showToast } from '../design/toast.tsx';
import { OverrulingFields, useOverruling } from './overruling.tsx';
import { plusDays } from './plus-days.ts';
import { stayMutations } from './stay-queries.ts';

type Props = {
  readonly stay: { readonly id: string; readonly codeName: string; readonly version: number };
  readonly onClose: () => void;
};

/** Turns a draft into a proposal: why this city, and until when the place is held. */
export function ProposeDraftDialog({ stay, onClose }: Props) {
  const { t } = useLingui();
  const overruling = useOverruling('');
  const form = useForm<z.input<typeof proposedDraft>, unknown, z.output<typeof proposedDraft>>({
    resolver: standardSchemaResolver(proposedDraft),
    defaultValues: { version: stay.version, why: '', holdUntil: plusDays(today(), 10) },
  });
  const propose = useMutation({
    ...stayMutations.change('propose'),
    onError: (failure) => { if (!overruling.takes(failure)) showProblem(form)(failure); },
    onSuccess: () => {
      showToast({ text: t`Proposed. The place is held until the city answers.` });
      onClose();
    },
  });
  const { errors } = form.formState;
  return (
    <Dialog isOpen onClose={onClose} size="md" title={<Trans>Propose {stay.codeName}</Trans>}>
      <Form onSubmit={form.handleSubmit((body) => { propose.mutate({ stayId: stay.id, body: { ...body, ...overruling.answer(null) } }); })} error={errors.root}>
        <TextArea
          label={t`Why this city`}
          hint={t`The city reads this. No name, no country, nothing that points at the person.`}
          rows={4}
          error={errors.why}
          {...form.register('why')}
        />
        <DateField control={form.control} name="holdUntil" label={t`Hold the place until`} min={today()} max={plusDays(today(), 14)} />
        <OverrulingFields overruling={overruling} />
        <Actions>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" variant="primary" isPending={propose.isPending}>
            <Trans>Propose</Trans>
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
