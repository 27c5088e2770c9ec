import { tokens, type Token } from '#lib/charts/tokens.ts';

function colour(token: Token): string {
  return tokens[token][0];
}

/** The look of the file: always light, since its drawings are. */
export function dossierStyle(): string {
  return `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1080px;padding:24px 16px 48px;font:15px/1.55 'Public Sans',Arial,sans-serif;color:${colour('ink')};background:${colour('ground')}}
h1{font-size:31px;line-height:1.2;margin:12px 0;text-wrap:balance}
h2{font-size:22px;margin:48px 0 8px}
h3{font-size:18px;line-height:1.3;margin:12px 0 2px;text-wrap:balance}
p{margin:0 0 8px}
a{color:${colour('accent')}}
:focus-visible{outline:2px solid ${colour('focus')};outline-offset:2px}
.eyebrow,.sub,.caption,footer{color:${colour('ink-2')}}
.eyebrow,.caption,footer{font-size:13px}
.lede{font-size:17px;max-width:46em}
.tags,nav ul{display:flex;flex-wrap:wrap;gap:8px 16px;list-style:none;margin:8px 0;padding:0}
.tags li{border:1px dashed ${colour('rule-strong')};padding:1px 8px;font-size:13px;font-weight:600;color:${colour('ink-2')}}
.tags .marking{border:1px solid ${colour('ink')};color:${colour('ink')}}
.figure{border-top:1px solid ${colour('ink')};margin:0 0 40px}
.picture{margin:12px 0}
.picture svg{max-width:100%;height:auto}
.keys{display:grid;grid-template-columns:repeat(auto-fit,minmax(180px,1fr));gap:16px 32px;margin:16px 0}
.keys dd{margin:0;color:${colour('ink-2')};font-size:14px}
.keys dt{font-weight:600}
.keys strong{display:block;font-size:40px;line-height:1.15;color:${colour('ink')}}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:13.5px;width:100%;margin:8px 0}
th,td{text-align:left;padding:4px 10px 4px 0;border-bottom:1px solid ${colour('rule')};vertical-align:top;font-weight:400}
thead th{border-bottom-color:${colour('rule-strong')};vertical-align:bottom;font-weight:600}
thead button{all:unset;cursor:pointer;font-weight:600}
thead button:focus-visible{outline:2px solid ${colour('focus')}}
[aria-sort=ascending] button::after{content:' ↑'}
[aria-sort=descending] button::after{content:' ↓'}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
thead .n{white-space:normal}
.m abbr{text-decoration:none}
.m{background:repeating-linear-gradient(135deg,${colour('ground')} 0 4px,${colour('none')} 4px 6px);color:${colour('ink-2')}}
@media (max-width:700px){.picture svg{max-width:none}}
summary{cursor:pointer;color:${colour('accent')};padding:4px 0}
.note{max-width:46em}
footer{border-top:1px solid ${colour('rule')};padding-top:8px;margin-top:40px}
.watermark{position:fixed;inset:0;z-index:1;display:flex;flex-direction:column;justify-content:space-around;align-items:center;overflow:hidden;pointer-events:none}
.watermark span{font-size:30px;font-weight:700;white-space:nowrap;transform:rotate(-18deg);color:${colour('ink-3')};opacity:.16}
@page{size:A4;margin:14mm 16mm}
@media print{body{max-width:none;padding:0;font-size:10.5pt}nav,summary,details::marker{display:none}h1{font-size:20pt}h2{font-size:15pt;margin-top:8mm}h3{font-size:12pt}.shown,.note,tr,thead{break-inside:avoid}h2,h3,.shown{break-after:avoid}.caption{break-before:avoid}.keys{grid-template-columns:repeat(4,1fr);gap:16px}.keys strong{font-size:24pt}.scroll{overflow:visible}.picture svg{max-width:100%;max-height:215mm}table{font-size:7.5pt}th,td{padding:2px 6px 2px 0}thead th,td,tbody th{overflow-wrap:anywhere}.n{overflow-wrap:normal}.figure{margin-bottom:8mm}}
`;
}
