/** How the report looks: light and dark, wide and narrow, on screen and on paper. */
export const REPORT_STYLE = `
:root { --ink: #1c2430; --quiet: #566273; --paper: #fff; --line: #d9dee6; --link: #1a5fb4; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --quiet: #9aa6b5; --paper: #14181f; --line: #333c48; --link: #8ab8f5; } }
html { text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 56rem; padding: 1rem; font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.2; }
h2 { font-size: 1.35rem; line-height: 1.25; border-top: 1px solid var(--line); padding-top: 1.5rem; margin-top: 2.5rem; }
h3 { font-size: 1.05rem; line-height: 1.3; margin: 2rem 0 .5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none; } a { color: var(--link); }
p, ul { max-width: 44rem; } main ul { padding-left: 1.25rem; } main li { margin: .35rem 0; }
footer { margin-top: 3rem; color: var(--quiet); font-size: .875rem; }
.table { overflow-x: auto; margin: 1rem 0; background: linear-gradient(to right, var(--paper) 30%, transparent), linear-gradient(to left, var(--paper) 30%, transparent) right, linear-gradient(to right, var(--line), transparent), linear-gradient(to left, var(--line), transparent) right; background-size: 2rem 100%, 2rem 100%, .75rem 100%, .75rem 100%; background-repeat: no-repeat; background-attachment: local, local, scroll, scroll; } table { border-collapse: collapse; font-size: .875rem; line-height: 1.4; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
th, td { padding: .35rem 1rem .35rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
th { color: var(--quiet); font-weight: 600; } .figure { text-align: right; white-space: nowrap; }
td { min-width: 3rem; } td:first-child { min-width: 6.5rem; } td:not(.figure):last-child { min-width: 15rem; }
figure { margin: 1.25rem 0; } figure svg { display: block; max-width: 100%; height: auto; }
.dark, .narrow { display: none; }
@media (prefers-color-scheme: dark) { .light { display: none; } .dark.wide { display: block; } }
@media (max-width: 44rem) { .wide, .dark.wide { display: none; } .light.narrow { display: block; } }
@media (max-width: 44rem) and (prefers-color-scheme: dark) { .light.narrow { display: none; } .dark.narrow { display: block; } }
@media print { :root { --ink: #000; --paper: #fff; --line: #bbb; --quiet: #444; } .light.wide { display: block; } .dark, .dark.wide, .dark.narrow, .light.narrow { display: none; } h2 { break-before: page; } h3 { break-after: avoid; } figure, table { break-inside: avoid; } .table { overflow: visible; } }
`;
