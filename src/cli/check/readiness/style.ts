/** The page's own look: no fonts, scripts or pictures from anywhere; light, dark and on paper. */
export const READINESS_STYLE = `
:root{--paper:#fff;--wash:#f1f4f7;--ink:#142033;--quiet:#525e6f;--line:#c9d0d9;--accent:#1b4f8f;--bad:#a93a0a;--bad-wash:#fbeee7;--fair:#7a5b00;--fair-wash:#faf3df;--good:#00685c;--good-wash:#e6f3f1}
@media (prefers-color-scheme:dark){:root{--paper:#11161e;--wash:#1a222d;--ink:#e7edf4;--quiet:#a3b1c2;--line:#3a4655;--accent:#86b7f0;--bad:#ff9d70;--bad-wash:#33201a;--fair:#e8c35f;--fair-wash:#2c2715;--good:#5fd3c1;--good-wash:#142a29}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Carlito,Calibri,"Noto Sans",sans-serif}
header,main,footer{max-width:75rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:2.5rem}
h1{font-size:2rem;line-height:1.2;margin:.2rem 0 .5rem;text-wrap:balance}
h2{font-size:1.35rem;margin:3rem 0 .5rem;padding-top:1rem;border-top:2px solid var(--ink)}
h3{font-size:1rem;margin:1.5rem 0 .4rem}
p{margin:.4rem 0}
.eyebrow{margin:0;color:var(--accent);font-weight:600}
.facts,.quiet,.lead,.where,footer{color:var(--quiet)}
.quiet{font-weight:400}
.verdict{display:inline-block;margin-top:1rem;padding:.6rem 1rem;border-left:.4rem solid;background:var(--wash)}
.verdict strong{display:block;font-size:1.15rem}
.verdict span{color:var(--ink)}
.verdict.bad{color:var(--bad);background:var(--bad-wash)}
.verdict.fair{color:var(--fair);background:var(--fair-wash)}
.verdict.good{color:var(--good);background:var(--good-wash)}
p.bad,.flag{color:var(--bad)}
p.good{color:var(--good)}
.flag{display:block;font-weight:600}
.scroll{overflow-x:auto;margin:1rem 0;padding:.25rem 0}
.chain{display:block;width:100%;min-width:56rem;height:auto;font:13px system-ui,"Segoe UI",Carlito,Calibri,"Noto Sans",sans-serif}
.chain .head{font-size:16px;font-weight:700;fill:var(--ink)}
.chain rect{fill:var(--paper);stroke:var(--accent);stroke-width:1.25}
.chain .label{font-size:11.5px;fill:var(--quiet)}
.chain .text{fill:var(--ink)}
.chain .break{fill:var(--bad);font-weight:700}
.chain .context rect{stroke:var(--line);fill:var(--wash)}
.chain .broken rect{stroke:var(--bad);stroke-width:2;stroke-dasharray:6 4;fill:var(--bad-wash)}
.chain .link{fill:none;stroke:var(--accent);stroke-width:1.25;opacity:.55}
.chain .stub{fill:none;stroke:var(--bad);stroke-width:2;stroke-dasharray:5 4}
.chain .cross{fill:none;stroke:var(--bad);stroke-width:2.5;stroke-linecap:round}
.chain .branch{fill:none;stroke:var(--quiet);stroke-width:1.25}
.groups{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:1rem 2rem}
.group>h3{padding-bottom:.3rem;border-bottom:2px solid var(--line)}
.group.bad>h3{color:var(--bad);border-color:var(--bad)}
.group.good>h3{color:var(--good);border-color:var(--good)}
ul.people{list-style:none;margin:0;padding:0}
.people li{padding:.5rem 0;border-bottom:1px solid var(--line)}
.said{display:block;font-size:.95rem}
ul.tally{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:1rem;list-style:none;margin:1rem 0 0;padding:0}
.tally li{padding:.5rem 0 .6rem;border-top:.3rem solid var(--line);color:var(--quiet)}
.tally strong{display:block;font-size:1.75rem;line-height:1.15;color:var(--ink)}
.tally .bad,.tally .bad strong{color:var(--bad);border-color:var(--bad)}
.tally .fair,.tally .fair strong{color:var(--fair);border-color:var(--fair)}
.tally .plain{border-color:var(--accent)}
.tally .good,.tally .good strong{color:var(--good);border-color:var(--good)}
.group.fair>h3{color:var(--fair);border-color:var(--fair)}
.claims{margin:0;padding:0;list-style:none}
.claims>li{padding:.7rem 0;border-bottom:1px solid var(--line);break-inside:avoid}
.claims .what{font-weight:400}
.claims mark{padding:0 .1em;background:none;color:inherit;font-weight:700;text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.2em}
.test{margin:.2rem 0 .2rem 1.4rem;text-indent:-1.4rem;font-size:.9rem;color:var(--quiet);overflow-wrap:anywhere}
.test>span{display:inline-block;width:1.4rem;text-indent:0;color:var(--good)}
.test code{text-indent:0}
.test.bad,.test.bad>span{color:var(--bad)}
table{width:100%;border-collapse:collapse;margin-top:.75rem}
th,td{overflow-wrap:anywhere;text-align:start;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line)}
thead th{color:var(--quiet);font-weight:600;border-bottom:2px solid var(--ink)}
tbody th{font-weight:400;width:42%}
td ul{margin:0;padding-left:1rem}
ul.story{list-style:none;margin:0;padding:0}
.story>li{margin:.9rem 0}
.story ol{margin:.1rem 0;padding-left:2.2rem}
.story ol li{padding:.12rem 0}
.findings{margin:0;padding-left:1.6rem}
.findings>li{margin:.8rem 0;padding-left:.3rem}
.findings.bad>li::marker{color:var(--bad);font-weight:700}
.findings.fair>li::marker{color:var(--fair);font-weight:700}
.what{margin:0;font-weight:600}
.where{margin:.1rem 0;font-size:.9rem;overflow-wrap:anywhere}
code,pre{font:.85rem/1.45 ui-monospace,Consolas,"DejaVu Sans Mono",monospace}
pre{margin:.3rem 0;padding:.4rem .6rem;background:var(--wash);white-space:pre-wrap;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .8rem;margin:.3rem 0}
dt{color:var(--quiet)}
dd{margin:0;grid-column:2}
footer{padding-top:2rem;padding-bottom:3rem;font-size:.9rem}
a:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
@media (max-width:40rem){header,main,footer{padding:0 1rem}header{padding-top:1.5rem}h1{font-size:1.6rem}ul.tally{grid-template-columns:repeat(2,minmax(0,1fr))}thead{display:none}tr{display:block;padding:.6rem 0;border-bottom:1px solid var(--line)}tbody th,td{display:block;width:auto;padding:.1rem 0;border:0}tbody th{font-weight:600}td[data-name]::before{content:attr(data-name) ": ";color:var(--quiet)}td ul{display:block}}
@media print{:root{--paper:#fff;--wash:#f4f4f4;--ink:#000;--quiet:#444;--line:#bbb;--accent:#1b4f8f;--bad:#a93a0a;--bad-wash:#fff;--fair:#7a5b00;--fair-wash:#fff;--good:#00685c;--good-wash:#fff}@page{margin:14mm}body{font-size:10.5pt}header,main,footer{max-width:none;padding:0}h1{font-size:1.5rem}h2{margin-top:1.2rem;padding-top:.5rem}.verdict{margin-top:.4rem}.chain{min-width:0;max-height:165mm}h2,h3{break-after:avoid}li,tr{break-inside:avoid}.scroll{overflow:visible}}
`;
