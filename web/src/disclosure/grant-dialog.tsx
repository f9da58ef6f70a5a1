import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Trans, useLingui } from '@lingui/react/macro';
import { grantedParts, newGrant, type DisclosureView } from '@shelter-city/contract/disclosure';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { showProblem } from '../api/show-problem.ts';
import { today } from '../app/clock.ts';
import { cityPartWords } from '../city-partner/city-part-words.ts';
import { Button } from '../design/button.tsx';
import { DateField } from '../design/date-field.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Select } from '../design/select.tsx';
import { TextArea } from '../design/text-field.tsx';
import { disclosureMutations } from './disclosure-queries.ts';

type Props = { readonly code: string; readonly stays: DisclosureView['stays']; readonly onClose: () => void };

/** Opens one field to the city of a stay: which, until when, and why. */
export function GrantDialog({ code, stays, onClose }: Props) {
  const { t, i18n } = useLingui();
  const form = useForm({
    resolver: standardSchemaResolver(newGrant),
    defaultValues: { stayId: stays[0]?.id ?? '', part: grantedParts[0] as (typeof grantedParts)[number], until: '', reason: '' },
  });
  const send = useMutation({ ...disclosureMutations.grant(code), onError: showProblem(form), onSuccess: onClose });
  const { errors } = form.formState;
  return (
    <Dialog isOpen onClose={onClose} title={<Trans>Open a field</Trans>} lead={<Trans>The city may then reveal it, each time with a reason, until the day you choose or the departure.</Trans>}>
      <Form onSubmit={form.handleSubmit((values) => { send.mutate(values); })} error={errors.root}>
        <Select label={t`City`} choices={stays.map(({ id, city }) => ({ value: id, label: city.name }))} error={errors.stayId} {...form.register('stayId')} />
        <Select label={t`Field`} choices={grantedParts.map((part) => ({ value: part, label: i18n._(cityPartWords[part]) }))} error={errors.part} {...form.register('part')} />
        <DateField control={form.control} name="until" label={t`Until`} hint={t`At most 30 days from today.`} min={today()} />
        <TextArea label={t`Why`} hint={t`Without names. It stands in the log.`} error={errors.reason} {...form.register('reason')} />
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={send.isPending}><Trans>Open it</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
