import { siteText } from '../../generated/texts/site.ts';

/** The first thing the Tab key reaches: past the header to the page's own content. */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="-top-20 absolute left-4 z-50 rounded-lg bg-feather px-4 py-3 font-[560] text-on-feather focus:top-2"
    >
      {siteText('skipToContent')}
    </a>
  );
}
