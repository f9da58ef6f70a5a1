import { Trans, useLingui } from '@lingui/react/macro';
import { newApproval, type PublicityAspect } from '@shelter-city/contract/publicity';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { showProblem } from '../api/show-problem.ts';
import { today } from '../app/clock.ts';
import { resolverFor } from '../defenders/profile-values.ts';
import { Button } from '../design/button.tsx';
import { CheckboxGroup } from '../design/choices.tsx';
import { DateField } from '../design/date-field.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Select } from '../design/select.tsx';
import { TextField } from '../design/text-field.tsx';
import { showToast } from '../design/toast.tsx';
import { safetyMutations } from './safety-queries.ts';
import { aspectWords } from './safety-words.ts';
import { useMeans } from './use-means.ts';

type Props = { readonly code: string; readonly number: number; readonly aspects: readonly PublicityAspect[]; readonly onClose: () => void };

/** Records a yes to one occasion, for the things that are asked each time. */
export function ApprovalDialog({ code, number, aspects, onClose }: Props) {
  const { t, i18n } = useLingui();
  const means = useMeans();
  const form = useForm<z.input<typeof newApproval>, unknown, z.output<typeof newApproval>>({
    resolver: resolverFor<typeof newApproval>(newApproval),
    defaultValues: { number, aspects: [], occasion: '', validUntil: today(), givenHow: 'IN_PERSON' },
  });
  const approve = useMutation({
    ...safetyMutations.approve(code),
    onError: showProblem(form),
    onSuccess: () => { showToast({ text: t`Recorded. It counts from now on.` }); onClose(); },
  });
  const { errors } = form.formState;
  return (
    <Dialog isOpen onClose={onClose} title={<Trans>A yes to one occasion</Trans>}>
      <Form onSubmit={form.handleSubmit((body) => { approve.mutate(body); })} error={errors.root}>
        <TextField label={t`Occasion`} hint={t`The city reads it. No name in it.`} autoComplete="off" error={errors.occasion} {...form.register('occasion')} />
        <CheckboxGroup label={t`What may be said there`} choices={aspects.map((value) => ({ value, label: i18n._(aspectWords[value]) }))} field={form.register('aspects')} error={errors.aspects} />
        <DateField control={form.control} name="validUntil" label={t`Holds until`} min={today()} />
        <Select label={t`How it was said`} choices={means} {...form.register('givenHow')} />
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={approve.isPending}><Trans>Record</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
