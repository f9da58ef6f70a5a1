import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Trans, useLingui } from '@lingui/react/macro';
import { newAccount, type AccountView, type OneTimeLink } from '@shelter-city/contract/accounts';
import { languages } from '@shelter-city/contract/vocabulary';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { showProblem } from '../api/show-problem.ts';
import { Button } from '../design/button.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Select } from '../design/select.tsx';
import { TextField } from '../design/text-field.tsx';
import { languageNames } from '../messages/language.ts';
import { accountMutations } from './admin-queries.ts';
import { DutiesFields } from './duties-fields.tsx';
import { dutiesForm, dutiesOf, type DutiesForm } from './duties-form.ts';

const person = newAccount.pick({ email: true, displayName: true, language: true });
const schema = z.intersection(person, dutiesForm);
type Values = z.input<typeof person> & DutiesForm;

type Props = {
  readonly onClose: () => void;
  readonly onLink: (link: { readonly account: AccountView; readonly link: OneTimeLink }) => void;
};

/** Invites somebody: who, as what, and then the link to hand over. */
export function InviteDialog({ onClose, onLink }: Props) {
  const { t } = useLingui();
  const form = useForm<Values>({
    resolver: standardSchemaResolver(schema),
    defaultValues: {
      email: '',
      displayName: '',
      language: 'en',
      role: 'COORDINATOR',
      cityId: '',
      riskCleared: false,
    },
  });
  const invite = useMutation({
    ...accountMutations.invite(),
    onError: showProblem(form),
    onSuccess: onLink,
  });
  const { errors } = form.formState;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Invite somebody`}
      lead={t`They set up how they sign in themselves, with a link that you hand over.`}
    >
      <Form
        onSubmit={form.handleSubmit((value) => {
          const { email, displayName, language } = value;
          invite.mutate({ email, displayName, language, ...dutiesOf(value) });
        })}
        error={errors.root}
      >
        <TextField
          label={t`Name`}
          autoComplete="off"
          error={errors.displayName}
          {...form.register('displayName')}
        />
        <TextField
          label={t`E-mail`}
          type="email"
          autoComplete="off"
          error={errors.email}
          {...form.register('email')}
        />
        <Select
          label={t`Language`}
          error={errors.language}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          {...form.register('language')}
        />
        {/* The fields know a part of this form; react-hook-form's types don't narrow to one. */}
        <DutiesFields form={form as never} errors={errors} />
        <Actions>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" variant="primary" isPending={invite.isPending}>
            <Trans>Make the link</Trans>
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
