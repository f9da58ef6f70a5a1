import { Trans } from '@lingui/react/macro';
import { StatusMark } from '../design/badge.tsx';

/** What nobody has said yet is said to be so: the match then asks and doesn't guess. */
export function Unknown() {
  return (
    <span className="text-muted">
      <StatusMark shape="question" tone="warn"><Trans>Not known yet</Trans></StatusMark>
    </span>
  );
}

/** Yes, no, or not known yet. */
export function YesNo({ is }: { readonly is: boolean | null }) {
  if (is === null) return <Unknown />;
  return is ? <StatusMark shape="check" tone="ok"><Trans>Yes</Trans></StatusMark> : <StatusMark shape="minus"><Trans>No</Trans></StatusMark>;
}
