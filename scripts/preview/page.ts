import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/**
 * A page with Markdown in it as a pull request shows it: the platform's dialect, its alerts, a comment's line ends, and a
 * style like its own, light or dark as the browser prefers. `unfolded`: every `<details>` is open.
 */
export function pageOf(markdown: string, { unfolded }: { readonly unfolded: boolean }): string {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const alerted = html.replaceAll(ALERT, (_, kind: string, body: string) => alert(kind, body));
  const body = unfolded ? alerted.replaceAll('<details>', '<details open>') : alerted;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>preview</title><style>${STYLE}</style>
<article><header><b>github-actions</b> <span>bot</span> commented</header><main>${body}</main></article></html>`;
}

const ALERT = /<blockquote>\n<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\n([^]*?)<\/blockquote>/g;

function alert(kind: string, body: string): string {
  const name = kind.charAt(0) + kind.slice(1).toLowerCase();
  return `<div class="alert ${kind.toLowerCase()}"><p class="title">${name}</p>\n<p>${body}</div>`;
}

const STYLE = `
:root { color-scheme: light dark; --text: #1f2328; --page: #ffffff; --soft: #f6f8fa; --line: #d1d9e0; --muted: #59636e;
  --code: #818b981f; --note: #0969da; --tip: #1a7f37; --important: #8250df; --warning: #9a6700; --caution: #cf222e }
@media (prefers-color-scheme: dark) { :root { --text: #f0f6fc; --page: #0d1117; --soft: #151b23; --line: #3d444d;
  --muted: #9198a1; --code: #656c7633; --note: #4493f8; --tip: #3fb950; --important: #ab7df8; --warning: #d29922;
  --caution: #f85149 } }
* { box-sizing: border-box }
body { margin: 0; padding: 16px; background: var(--page); color: var(--text);
  font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif }
article { max-width: 880px; margin: 0 auto; border: 1px solid var(--line); border-radius: 6px }
header { padding: 8px 16px; border-bottom: 1px solid var(--line); border-radius: 6px 6px 0 0; background: var(--soft);
  color: var(--muted) }
header b { color: var(--text) }
header span { padding: 0 6px; border: 1px solid var(--line); border-radius: 9px; font-size: 12px }
main { padding: 16px; overflow-wrap: break-word }
main > :last-child { margin-bottom: 0 }
p, ul, ol, table, pre, details, blockquote, .alert { margin: 0 0 16px }
ul, ol { padding-left: 2em }
li + li { margin-top: 0.25em }
a { color: var(--note) }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse;
  font-variant: tabular-nums }
th, td { padding: 6px 13px; border: 1px solid var(--line) }
th { font-weight: 600 }
tr:nth-child(2n) td { background: var(--soft) }
code, pre { font-family: ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
  font-size: 85% }
code { padding: 0.2em 0.4em; border-radius: 6px; background: var(--code); white-space: break-spaces }
pre { padding: 16px; border-radius: 6px; background: var(--soft); overflow: auto; line-height: 1.45 }
pre code { padding: 0; background: none; font-size: 100%; white-space: pre }
main > p, main > .alert > p { white-space: pre-line }
summary { cursor: pointer }
blockquote { padding: 0 1em; border-left: 0.25em solid var(--line); color: var(--muted) }
.alert { padding: 8px 16px; border-left: 0.25em solid var(--colour) }
.alert > :last-child { margin-bottom: 0 }
.alert .title { margin-bottom: 16px; color: var(--colour); font-weight: 500; line-height: 1 }
${['note', 'tip', 'important', 'warning', 'caution'].map((kind) => `.${kind} { --colour: var(--${kind}) }`).join('\n')}
`;
