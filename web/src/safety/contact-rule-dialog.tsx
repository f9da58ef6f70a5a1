import { Trans, useLingui } from '@lingui/react/macro';
import { contactChannels, contactRule, type ContactRuleView, type ContactView } from '@shelter-city/contract/contact';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { showProblem } from '../api/show-problem.ts';
import { resolverFor } from '../defenders/profile-values.ts';
import { Button } from '../design/button.tsx';
import { Checkbox, CheckboxGroup } from '../design/choices.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { TextField } from '../design/text-field.tsx';
import { showToast } from '../design/toast.tsx';
import { safetyMutations } from './safety-queries.ts';
import { channelWords } from './safety-words.ts';

const written = z.strictObject({ rule: contactRule });
const nothingSaid: ContactRuleView = { notDirectly: true, hasGoBetween: false, allowed: [], never: [], hoursFrom: null, hoursUntil: null };

/** Writes the part of the contact rule that isn't secret. Numbers and names belong into the sealed part. */
export function ContactRuleDialog({ code, contact, onClose }: { readonly code: string; readonly contact: ContactView; readonly onClose: () => void }) {
  const { t, i18n } = useLingui();
  const form = useForm<z.input<typeof written>, unknown, z.output<typeof written>>({
    resolver: resolverFor<typeof written>(written),
    defaultValues: { rule: contact.rule ?? nothingSaid },
  });
  const write = useMutation({
    ...safetyMutations.writeRule(code),
    onError: showProblem(form),
    onSuccess: () => { showToast({ text: t`The rule holds from now on.` }); onClose(); },
  });
  const errors = form.formState.errors.rule;
  const direct = contactChannels.filter((channel) => channel !== 'GO_BETWEEN').map((value) => ({ value, label: i18n._(channelWords[value]) }));
  return (
    <Dialog isOpen onClose={onClose} size="lg" title={<Trans>How this person may be reached</Trans>} lead={<Trans>Kinds of channel only. A number, an address or a name belongs into the sealed part.</Trans>}>
      <Form isWide onSubmit={form.handleSubmit(({ rule }) => { write.mutate({ version: contact.version, rule }); })} error={form.formState.errors.root}>
        <Checkbox label={t`Do not contact directly`} {...form.register('rule.notDirectly')} />
        <Checkbox label={t`There is a go-between`} hint={t`Who it is stands in the sealed part.`} {...form.register('rule.hasGoBetween')} />
        <CheckboxGroup label={t`Channels allowed`} inline choices={direct} field={form.register('rule.allowed')} error={errors?.allowed?.[0]} />
        <CheckboxGroup label={t`Channels never`} inline choices={direct} field={form.register('rule.never')} error={errors?.never?.[0] ?? errors?.never?.root ?? (errors?.never)} />
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <TextField label={t`From (Dutch time)`} type="time" optional error={errors?.hoursFrom} {...form.register('rule.hoursFrom')} />
          <TextField label={t`Until (Dutch time)`} type="time" optional error={errors?.hoursUntil} {...form.register('rule.hoursUntil')} />
        </div>
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={write.isPending}><Trans>Keep the rule</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
