import { Trans } from '@lingui/react/macro';

/** The first stop of the Tab key: past the navigation, to the page. */
export function SkipLink() {
  return (
    <a
      href="#content"
      onClick={(event) => {
        event.preventDefault();
        const title =
          document.querySelector<HTMLElement>('#content h1') ??
          document.querySelector<HTMLElement>('#content');
        title?.focus();
        title?.scrollIntoView();
      }}
      className="skip-link z-50 rounded-md bg-accent px-3 py-2 font-medium text-on-accent print:hidden"
    >
      <Trans>To the content</Trans>
    </a>
  );
}
