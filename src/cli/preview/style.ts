import { FONT_FAMILIES, FONTS } from "../../base/fonts.ts";

/** Rules of CSS that bring a font along where it is not installed, upright and bold. */
const faces = (twin: string): string =>
  [
    `@font-face{font-family:${twin};src:local("${twin}"),url(font/${twin.toLowerCase()}.ttf)}`,
    `@font-face{font-family:${twin};font-weight:bold;src:local("${twin} Bold"),url(font/${twin.toLowerCase()}-bold.ttf)}`,
  ].join("\n");

/** The page's own look, light and dark, on screens and on paper. Fonts with the widths that slides are laid out with. */
export const PREVIEW_STYLE = `
${[...new Set(FONT_FAMILIES.map((family) => FONTS[family].twin))].map(faces).join("\n")}
:root{--paper:#fff;--wash:#f1f4f7;--desk:#e3e8ee;--ink:#142033;--quiet:#525e6f;--line:#c9d0d9;--accent:#1b4f8f;--bad:#a93a0a;--bad-wash:#fbeee7;--fair:#7a5b00;--good:#00685c;--ratio:1.7778}
@media (prefers-color-scheme:dark){:root{--paper:#161c25;--wash:#1f2732;--desk:#0c1016;--ink:#e7edf4;--quiet:#a9b6c6;--line:#3a4655;--accent:#86b7f0;--bad:#ff9d70;--bad-wash:#33201a;--fair:#e8c35f;--good:#5fd3c1}}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0;height:100vh;display:grid;grid-template:"header header header" auto "nav main about" minmax(0,1fr)/auto minmax(0,1fr) 21rem;background:var(--desk);color:var(--ink);font:15px/1.45 system-ui,"Segoe UI",Carlito,Calibri,"Noto Sans",sans-serif}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
p,h1,h2,ol,ul,dl,dd,pre{margin:0;padding:0}
ol,ul{list-style:none}
.quiet{color:var(--quiet)}
button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.2rem .6rem;cursor:pointer}
button:hover:not(:disabled){border-color:var(--accent)}
button:disabled{color:var(--quiet);cursor:default}
button[aria-pressed=true]{border-color:var(--accent);color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
a{color:var(--accent)}

header{grid-area:header;display:flex;flex-wrap:wrap;align-items:center;gap:.3rem 1rem;padding:.45rem 1rem;background:var(--paper);border-bottom:1px solid var(--line)}
.names{flex:1 1 16rem;min-width:0}
h1{font-size:1.02rem;line-height:1.25;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
#facts{color:var(--quiet);font-size:.85rem;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
#status{flex:0 1 auto;color:var(--good);font-size:.85rem;text-align:end}
.is-broken #status,.is-lost #status{color:var(--bad);font-weight:600}
.tools button{white-space:nowrap}
.tools{display:flex;align-items:center;gap:.3rem;flex:none;font-size:.84rem}
#number{min-width:4.2rem;text-align:center;font-variant-numeric:tabular-nums}
#previous,#next{font-size:1.15rem;line-height:1;padding:.2rem .6rem .3rem}

nav{grid-area:nav;width:12.5rem;overflow-y:auto;padding:.5rem .75rem 1rem .25rem;background:var(--wash);border-inline-end:1px solid var(--line);scrollbar-gutter:stable}
nav h2{font-size:.78rem;color:var(--quiet);font-weight:600;margin:.7rem 0 .2rem 1.9rem}
nav button{display:grid;grid-template-columns:1.6rem 1fr;align-items:start;width:100%;padding:.25rem;border:0;background:none;border-radius:8px;position:relative}
nav .number{font-size:.8rem;color:var(--quiet);text-align:end;padding-inline-end:.35rem;font-variant-numeric:tabular-nums}
nav img{display:block;width:100%;aspect-ratio:var(--ratio);background:#fff;border-radius:3px;box-shadow:0 0 0 1px var(--line)}
nav button:hover img{box-shadow:0 0 0 2px var(--line)}
nav button[aria-current] img{box-shadow:0 0 0 3px var(--accent)}
nav button[aria-current] .number{color:var(--accent);font-weight:700}
nav button:focus-visible{outline-offset:-2px}
.badge{position:absolute;inset-inline-start:.55rem;top:1.5rem;min-width:1.05rem;border-radius:1rem;font-size:.7rem;line-height:1.05rem;font-weight:700;text-align:center;background:var(--fair);color:var(--paper)}
.badge::after{content:attr(data-count)}
.badge[data-count=""]{display:none}
.badge.bad{background:var(--bad)}

main{grid-area:main;display:grid;grid-template-rows:minmax(0,1fr) auto;min-width:0;position:relative}
#stage{container-type:size;margin:1rem;display:grid;place-items:center;min-height:0}
#waiting{color:var(--quiet)}
.slide-page svg{display:block;width:calc(min(100cqw,100cqh*var(--ratio))*var(--zoom,1));aspect-ratio:var(--ratio);background:#fff;box-shadow:0 1px 3px #0003,0 6px 22px #0002;border-radius:2px}
.slide-page svg [data-path]{cursor:pointer}
.slide-page svg [data-path]:hover{outline:1.5px dashed #1b4f8f80;outline-offset:2px}
.slide-page svg [data-path].chosen{outline:2px solid #1b4f8f;outline-offset:2px}
#notes{max-height:9.5rem;overflow-y:auto;padding:.5rem 1.25rem .75rem;background:var(--paper);border-top:1px solid var(--line)}
#notes h2{font-size:.8rem;color:var(--quiet)}
#notes-text{max-width:75ch}
#notes-text p+p{margin-top:.4rem}
#notes:focus-visible,aside:focus-visible{outline-offset:-3px}

#broken{position:absolute;z-index:1;inset:1rem 1rem auto;max-height:70%;overflow-y:auto;padding:.8rem 1.1rem;background:var(--bad-wash);border:1px solid var(--bad);border-inline-start-width:6px;border-radius:6px;box-shadow:0 8px 30px #0004}
#broken:empty{display:none}
#broken h2{font-size:1.05rem;color:var(--bad)}
#broken .quiet{color:var(--ink)}
.is-broken .slide-page svg{filter:grayscale(1)}

aside{grid-area:about;overflow-y:auto;padding:.75rem 1rem 1rem;background:var(--paper);border-inline-start:1px solid var(--line);overflow-wrap:anywhere}
aside section+section{margin-top:1.1rem}
aside h2{font-size:.92rem;margin-bottom:.3rem}
.findings>li{padding:.5rem .7rem;margin:.4rem 0;background:var(--wash);border-inline-start:4px solid var(--fair);border-radius:4px}
.findings>li.error{border-color:var(--bad)}
.findings strong{color:var(--fair)}
.findings .error strong{color:var(--bad)}
#broken .findings>li{background:var(--paper)}
.replies>li{padding:.5rem .7rem;margin:.4rem 0;background:var(--wash);border-inline-start:4px solid var(--accent);border-radius:4px}
.replies .state{font-size:.8rem;color:var(--fair);font-weight:600}
.replies .about{font-size:.82rem;color:var(--quiet)}
.replies .words{margin:.2rem 0;white-space:pre-line}
.replies button{margin:.25rem 0;text-align:start;color:var(--accent)}
.what{font-weight:500}
.where{margin:.25rem 0;font-size:.88rem}
.code{font-size:.8rem;color:var(--quiet)}
code,pre{font:.82rem/1.45 ui-monospace,Consolas,"DejaVu Sans Mono",monospace}
.path{font-weight:600}
pre{margin-top:.2rem;padding:.35rem .5rem;background:var(--wash);border-radius:4px;white-space:pre-wrap}
.findings pre{background:var(--paper)}
#broken pre{background:var(--wash)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .6rem;font-size:.88rem}
dt{color:var(--quiet)}
#place .where{margin:0}
#parts button{display:block;width:100%;text-align:start;border-color:transparent;padding:.3rem .45rem;background:none}
#parts button:hover,#parts button[aria-pressed=true]{background:var(--wash);color:inherit;border-color:var(--line)}
#parts .says{display:block}
#parts .line{display:block;font:.78rem/1.3 ui-monospace,Consolas,"DejaVu Sans Mono",monospace;color:var(--quiet)}

#sent{grid-area:about;overflow-y:auto;padding:.75rem 1rem 1rem;background:var(--paper);border-inline-start:1px solid var(--line);overflow-wrap:anywhere}
#sent:focus{outline:0}
.sent-head{display:flex;align-items:center;justify-content:space-between;gap:.6rem}
#sent h2{font-size:1.02rem}
#sent h3{font-size:.92rem;margin-bottom:.3rem}
#sent h4{font-size:.82rem;color:var(--quiet);margin:.7rem 0 .15rem}
#sent section{margin-top:1.1rem}
.versions>li,.unknown>li,.steps>li{padding:.5rem .7rem;margin:.4rem 0;background:var(--wash);border-radius:4px}
.unknown>li{border-inline-start:4px solid var(--bad)}
.changes>li{padding:.35rem 0 .45rem;border-top:1px solid var(--line)}
.changes .slides{display:flex;flex-wrap:wrap;gap:.3rem;margin-top:.3rem}
.changes button{font-size:.82rem;color:var(--accent);padding:.1rem .5rem}
#sent .state{font-size:.8rem;color:var(--fair);font-weight:600}
#sent .silent{color:var(--fair)}
#sent .foot{margin-top:.5rem;font-size:.88rem;color:var(--quiet)}
#sent ins{color:var(--good);text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:2px}
#sent del{color:var(--bad)}
.command{display:flex;align-items:center;gap:.5rem;margin-top:.3rem}
.command code{flex:1 1 auto;min-width:0;padding:.3rem .5rem;background:var(--paper);border:1px solid var(--line);border-radius:4px;user-select:all}
.command button{flex:none}
body.shows-sent aside{display:none}
body.shows-sent{grid-template-columns:auto minmax(0,1fr) minmax(21rem,34rem)}
.keys{margin-top:1.2rem;font-size:.82rem;color:var(--quiet)}

.button{color:inherit;text-decoration:none;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.2rem .6rem;white-space:nowrap}
.button:hover{border-color:var(--accent)}
#status button{color:inherit;padding:0 .4rem}
#stage.zoomed{overflow:auto;place-items:safe center}
body.overview{grid-template:"header" auto "nav" minmax(0,1fr)/minmax(0,1fr)}
body.overview nav{width:auto;padding:1rem;display:block;overflow:auto;border:0}
body.overview nav h2{position:static;width:auto;height:auto;margin:.7rem 0 .3rem;clip-path:none;font-size:.95rem}
body.overview nav ol{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(15rem,100%),1fr));gap:.6rem}
body.overview nav button{width:100%}
body.overview main>*,body.overview aside,body.overview #sent{visibility:hidden}
body.overview main,body.overview aside,body.overview #sent{position:absolute;inset:0 auto auto 0;width:1px;height:1px;overflow:hidden}
body.presents{display:block;background:#000}
body.presents main{position:fixed;inset:0;display:block}
body.presents #stage{margin:0;width:100%;height:100%}
body.presents header,body.presents nav,body.presents aside,body.presents #sent,body.presents #notes{display:none}
dialog{width:min(40rem,calc(100vw - 2rem));max-height:calc(100vh - 3rem);padding:.9rem 1.1rem 1.1rem;border:1px solid var(--line);border-radius:10px;background:var(--paper);color:var(--ink);box-shadow:0 12px 50px #0006;overflow-wrap:anywhere}
dialog::backdrop{background:#0007}
dialog h2{font-size:1.02rem}
dialog h3{font-size:.92rem;margin-top:.8rem}
dialog h3 button{color:var(--accent);text-align:start}
dialog dl{margin-top:.6rem;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.35rem .9rem;font-size:.95rem}
dialog dt{font-weight:600;color:var(--ink)}
#edit{width:min(30rem,calc(100vw - 2rem))}
#edit-input{font:inherit;width:100%;margin:.5rem 0;padding:.4rem .6rem;color:inherit;background:var(--wash);border:1px solid var(--quiet);border-radius:6px;resize:vertical}
.slide-page{position:relative}
.slide-page svg .edited{visibility:hidden}
.slide-page svg [data-path]:focus-visible{outline:3px solid #1b4f8f;outline-offset:2px}
.edit-layer{position:absolute;inset:0;z-index:1;container-type:inline-size}
.edit-layer textarea{position:absolute;margin:0;padding:0;border:0;border-radius:0;resize:none;overflow:hidden;outline:2px solid #1b4f8f;outline-offset:4px;box-shadow:0 0 0 4px #fff}
.edit-said{position:absolute;width:max-content;padding:.25rem .55rem;background:var(--paper);color:var(--ink);border:1px solid var(--line);border-radius:6px;box-shadow:0 4px 16px #0004;font-size:.84rem}
#edit-here-refused{color:var(--bad);font-weight:600}
#edit-refused{color:var(--bad);margin-bottom:.4rem}
#fixes ul{margin:.3rem 0 .5rem;padding-inline-start:1.1rem;list-style:disc}
#edit-chosen{margin-top:.4rem}
.finds{font:inherit;width:100%;margin:.5rem 0 .4rem;padding:.4rem .6rem;color:inherit;background:var(--wash);border:1px solid var(--quiet);border-radius:6px}
.finds::placeholder{color:var(--quiet);opacity:1}
#finder-found button{display:block;width:100%;text-align:start;border-color:transparent;background:none}
#decks-found a{display:block;padding:.45rem .6rem;border:1px solid transparent;border-radius:6px;color:inherit;text-decoration:none}
#decks-found a:hover{border-color:var(--line)}
#decks-found a[aria-current]{background:var(--wash);border-color:var(--accent)}
#decks-found span{display:block}
#decks-found .says{font-weight:600}
#decks-found .line{font-size:.84rem;color:var(--quiet)}
#decks-found .wrong{font-size:.84rem;color:var(--bad);font-weight:600}
#status a{color:inherit}
#finder-found .says,#finder-found .line{display:block}
#finder-found .line{font-size:.84rem;color:var(--quiet)}

@media (max-width:1050px){
body.shows-sent{grid-template:"header" auto "about" minmax(0,1fr)/minmax(0,1fr)}
body.shows-sent nav,body.shows-sent main{position:absolute;visibility:hidden;inset:0 auto auto 0;width:1px;height:1px;overflow:hidden}
body.shows-sent #stage{visibility:hidden}
#sent{border-inline-start:0}
body:not(.shows-sent,.overview,.presents){grid-template:"header header" auto "nav main" minmax(0,1fr) "nav about" minmax(7rem,27%)/auto minmax(0,1fr)}
nav{width:8.5rem}
nav h2{margin-inline-start:.4rem}
header{padding:.35rem .6rem;gap:.6rem}
#stage{margin:.6rem}
#notes{max-height:5rem;padding:.35rem .8rem}
aside{border-inline-start:0;border-top:1px solid var(--line);padding:.5rem .8rem}
#status{font-size:.8rem;flex:0 1 auto}
#facts{display:none}
}
@media (max-width:640px){
body:not(.shows-sent,.overview,.presents){grid-template:"header" auto "nav" auto "main" minmax(0,1fr) "about" minmax(9rem,38%)/minmax(0,1fr)}
header{flex-wrap:wrap;gap:.35rem .6rem}
.names{flex-basis:100%}
.tools{flex:1 1 auto;flex-wrap:wrap}
#number{min-width:3.6rem}
nav{width:auto;display:flex;overflow:auto hidden;padding:.3rem .4rem;border-inline-end:0;border-bottom:1px solid var(--line);scrollbar-gutter:auto}
nav h2{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%)}
nav ol{display:flex;flex:none}
nav button{width:6.6rem;grid-template-columns:1.3rem 1fr}
.badge{inset-inline-start:.2rem;top:1.35rem}
#stage{margin:.5rem}
#notes{max-height:6.5rem}
}
@media screen{.slide-page:not(.current){display:none}}
@media print{
body,main,#stage{display:block;height:auto;margin:0;background:#fff;container-type:normal}
header,nav,aside,dialog,#sent,#notes,#broken,#announce,.slide-page h2{display:none!important}
.slide-page{break-after:page;break-inside:avoid}
.slide-page:last-child{break-after:auto}
.slide-page svg{box-shadow:none;border-radius:0;outline:0;filter:none!important}
.slide-page svg .chosen{outline:0!important}
*{print-color-adjust:exact}
}
`;
