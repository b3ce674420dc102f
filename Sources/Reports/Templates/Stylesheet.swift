/// How the page looks. Its hash stands in the page's policy, so the text is a constant.
///
/// One accent colour, for what costs money; severity is shown by shape and word. The palette is written twice, as
/// older browsers lack `light-dark()`: for readers whose system is dark, and for those who chose dark themselves.
package enum Stylesheet {
    /// SHA-256 of `text`, base64; a test compares.
    package static let hash = "DesMoCir+1z2vdz7nGVt3NRnai8I++YWEJZiwx93QTI="

    package static let text =
        base + "@media (prefers-color-scheme:dark){:root:not([data-theme=light]){" + dark + "}}\n"
        + ":root[data-theme=dark]{" + dark + "}\n" + layout + findings + print

    private static let dark = """
        color-scheme:dark;--paper:#151412;--raised:#1d1b18;--ink:#ece7de;--soft:#aba498;--line:#34312b;--faint:#25231f;\
        --accent:#f28b6b;--accent-2:#a9583f;--on-accent:#1a0f0b;--ready:#8f887b;--shade:#2a2722
        """

    private static let base = """
        :root{color-scheme:light;--paper:#fcfbf8;--raised:#ffffff;--ink:#1c1a17;--soft:#605a50;--line:#dedad1;--faint:#f3f0e9;\
        --accent:#a3301b;--accent-2:#d38f7d;--on-accent:#ffffff;--ready:#8a8375;--shade:#eae6dc;\
        --serif:"Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4","Noto Serif",Georgia,serif;\
        --sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",Arial,sans-serif;\
        --mono:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}

        """

    private static let layout = """
        *,*::before,*::after{box-sizing:border-box}
        html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.55 var(--sans);\
        font-variant-numeric:tabular-nums lining-nums}
        .wrap{max-width:66rem;margin:0 auto;padding:0 1.5rem}
        a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.2em;text-decoration-thickness:1px}
        a:hover{color:var(--accent);text-decoration-color:currentColor}
        :focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
        .skip{position:absolute;left:-99rem;top:0;padding:.6rem 1rem;background:var(--raised);z-index:9}
        .skip:focus{left:0}
        h1,h2{font-family:var(--serif);font-weight:500;letter-spacing:-.012em;line-height:1.15;margin:0;text-wrap:balance}
        h1{font-size:clamp(1.9rem,1.2rem + 2.6vw,3rem)}
        h2{font-size:1.6rem}
        h3{font-size:1rem;font-weight:600;margin:0;line-height:1.4}
        p{margin:0}
        section{padding-top:4.5rem}
        section>h2{padding-top:1.1rem;border-top:1px solid var(--ink)}
        .lead{color:var(--soft);max-width:44rem;margin:.55rem 0 1.6rem;text-wrap:pretty}
        .kicker{font-size:.8125rem;letter-spacing:.09em;text-transform:uppercase;color:var(--soft);margin-bottom:.9rem}
        .kicker b{color:var(--accent);font-weight:600}
        .soft{color:var(--soft)}
        .id{font-family:var(--mono);font-size:.86em}
        .id{color:var(--soft);font-variant-ligatures:none;white-space:nowrap}
        .num{text-align:right;white-space:nowrap}
        bdi,td,dd,.message{overflow-wrap:anywhere}
        header{padding-top:3rem}
        .masthead{display:flex;gap:2rem;justify-content:space-between;align-items:flex-start}
        .meta{color:var(--soft);margin-top:.8rem}
        .tools{display:flex;gap:.5rem;flex:none}
        button,select,input{font:inherit;font-size:.875rem;color:inherit;background:var(--raised);\
        border:1px solid var(--line);border-radius:4px;padding:.42rem .7rem;min-height:2.25rem}
        button{cursor:pointer}
        button:hover{border-color:var(--ink)}
        nav{margin-top:2.2rem;border-top:1px solid var(--line);border-bottom:1px solid var(--line);overflow-x:auto}
        nav ul{list-style:none;display:flex;gap:1.6rem;margin:0;padding:.65rem 0;font-size:.875rem;white-space:nowrap}
        nav a{text-decoration:none;color:var(--soft)}
        #summary{padding-top:3.2rem}
        .headline{display:grid;grid-template-columns:minmax(0,7fr) minmax(0,5fr);gap:2.5rem 4rem;align-items:end}
        .label{font-size:.9375rem;color:var(--soft)}
        .big{font:500 clamp(2.7rem,1.2rem + 6vw,5.4rem)/1 var(--serif);letter-spacing:-.03em;color:var(--accent);\
        margin:.35rem 0 .7rem;white-space:nowrap}
        .calm{color:var(--ink)}
        .meter{margin-bottom:1.15rem}
        .meter:last-child{margin-bottom:0}
        .meter p{display:flex;justify-content:space-between;gap:1rem;align-items:baseline}
        .meter b{font:500 1.55rem/1.2 var(--serif)}
        svg.bar{display:block;width:100%;height:.5rem;margin:.4rem 0 .45rem;background:var(--shade);border-radius:1px}
        svg.bar rect{fill:var(--accent)}
        svg.bar.ready rect{fill:var(--ink)}
        .conclusion{font:400 1.3rem/1.5 var(--serif);max-width:46rem;margin-top:2.6rem;text-wrap:pretty}
        .split{margin-top:2.4rem}
        svg.split-bar{display:block;width:100%;height:.75rem;border-radius:1px;background:var(--shade)}
        .f-blocker{fill:var(--accent)}.f-error{fill:var(--accent-2)}.f-warning{fill:var(--ready)}.f-info{fill:var(--line)}
        .split ul{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem 2rem;margin:.8rem 0 0;padding:0}
        .split li{display:flex;gap:.5rem;align-items:center}
        .split b{font-weight:600}
        .icon{width:.875rem;height:.875rem;flex:none;fill:currentColor}
        .sev{white-space:nowrap;font-size:.875rem}
        .sev .icon{margin-right:.42rem;vertical-align:-.1em}
        .sev-blocker,.sev-error{color:var(--accent)}
        .sev-blocker{font-weight:600}
        .sev-info{color:var(--soft)}
        .note{border-left:3px solid var(--accent);padding:.1rem 0 .1rem 1rem;margin-top:1.8rem;max-width:46rem}
        .first{list-style:none;margin:0;padding:0;counter-reset:n}
        .first li{counter-increment:n;display:grid;grid-template-columns:2.6rem minmax(0,1fr) auto;gap:.2rem 1rem;\
        padding:1.15rem 0;border-bottom:1px solid var(--line)}
        .first li:first-child{padding-top:0}
        .first li::before{content:counter(n);font:500 1.75rem/1.1 var(--serif);color:var(--accent)}
        .first h3{font-size:1.0625rem}
        .first h3 a{text-decoration:none}
        .first .do{margin-top:.3rem}
        .first .by{color:var(--soft);font-size:.875rem;margin-top:.35rem;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem}
        .first .cash{font-size:1.0625rem}
        table{border-collapse:collapse;width:100%}
        caption{text-align:left;color:var(--soft);font-size:.875rem;padding-bottom:.6rem}
        th,td{text-align:left;vertical-align:baseline;padding:.55rem .9rem .55rem 0}
        th:last-child,td:last-child{padding-right:0}
        thead th,thead td{font-size:.8125rem;font-weight:500;color:var(--soft);border-bottom:1px solid var(--ink);padding-top:0;\
        vertical-align:bottom}
        tbody th{font-weight:500}
        tbody tr{border-bottom:1px solid var(--line)}
        th.num{text-align:right}
        td.track{width:38%}
        #customers td.track,#course td.track{width:20%}
        #customers th[scope=row]{width:38%}
        td.track svg.bar{height:.7rem;margin:0;background:none}
        .scroll{overflow-x:auto}
        .scroll table{min-width:44rem}
        .reasons+h3{margin-top:1.6rem}
        figure{margin:0 0 2rem}
        figure svg{display:block;width:100%;height:auto;overflow:visible}
        figcaption{color:var(--soft);font-size:.875rem;margin-top:.6rem}
        svg text{fill:var(--soft);font:400 12px var(--sans);font-variant-numeric:tabular-nums}
        svg .strong{fill:var(--ink)}
        figure svg text{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
        figure svg .inside{fill:var(--on-accent);stroke:none}
        svg .grid{stroke:var(--line);stroke-width:1}
        svg .axis{stroke:var(--ink);stroke-width:1}
        svg .column{fill:var(--accent)}
        svg .curve{fill:none;stroke:var(--ink);stroke-width:1.5;stroke-linejoin:round}
        svg .dot{fill:var(--paper);stroke:var(--ink);stroke-width:1.5}
        .narrow{display:none!important}
        .owner{padding:1.5rem 0;border-bottom:1px solid var(--line)}
        .owner:first-of-type{padding-top:0}
        .owner header{padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.5rem;align-items:baseline;margin-bottom:.7rem}
        .owner header h3{font:500 1.3rem/1.3 var(--serif);flex:1 1 14rem}
        .owner li h3{font-weight:500}
        .owner ul{list-style:none;margin:0;padding:0}
        .owner .total{font-weight:600}
        .owner li{display:grid;grid-template-columns:8rem minmax(0,1fr) auto;gap:.1rem 1rem;padding:.5rem 0}
        .owner li+li{border-top:1px solid var(--faint)}
        .owner .who{color:var(--soft);font-size:.875rem}
        .group{padding:1.5rem 0}
        .group:first-of-type{padding-top:0}
        .group header{padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.5rem;align-items:baseline;margin-bottom:.7rem}
        .group header h3{font:500 1.3rem/1.3 var(--serif);flex:0 1 auto}
        .group .scroll table{min-width:36rem}
        .alarm{color:var(--accent);font-weight:600}
        .group tbody th{width:58%;padding-left:calc(1.4rem*var(--depth,0))}
        .d1{--depth:1}.d2{--depth:2}.d3{--depth:3}.d4{--depth:4}.d5{--depth:5}.d6{--depth:6}
        .event{display:flex;gap:.42rem;align-items:baseline;color:var(--accent);font-size:.875rem;font-weight:400}
        .event .icon{align-self:center}
        tfoot th,tfoot td{font-weight:600;border-top:1px solid var(--ink)}
        .expand{margin-top:1.2rem}
        .expand>summary{cursor:pointer;color:var(--soft);font-size:.9375rem;padding:.3rem 0;width:fit-content}
        .expand>summary:hover{color:var(--accent)}
        .expand[open]>summary{margin-bottom:.8rem}
        .reasons{list-style:none;margin:0;padding:0}
        .reasons li{padding:.7rem 0;border-bottom:1px solid var(--line)}
        .tags{color:var(--soft);font-size:.9375rem}
        .plain{margin:.8rem 0 0;padding-left:1.1rem}
        .plain li{margin:.25rem 0}
        footer{margin-top:5rem;padding:1.5rem 0 4rem;border-top:1px solid var(--line);color:var(--soft);font-size:.875rem}
        footer p{max-width:46rem;margin-bottom:.6rem}

        """

    private static let findings = """
        .filters{position:sticky;top:0;z-index:2;background:var(--paper);display:flex;flex-wrap:wrap;gap:.6rem;\
        align-items:end;padding:.9rem 0;border-bottom:1px solid var(--ink)}
        .filters label{display:grid;gap:.2rem;font-size:.8125rem;color:var(--soft);flex:1 1 8.5rem;min-width:0}
        .filters label.wide{flex:2 1 15rem}
        .filters input,.filters select{width:100%;color:var(--ink)}
        .count{color:var(--soft);font-size:.875rem;padding:.7rem 0;display:flex;gap:1rem;justify-content:space-between}
        .finding{border-bottom:1px solid var(--line);content-visibility:auto;contain-intrinsic-size:auto 4.1rem}
        .finding>summary{list-style:none;cursor:pointer;display:grid;padding:.75rem 0;gap:.1rem 1.2rem;\
        grid-template-columns:8rem minmax(0,1fr) 11rem 8rem;align-items:baseline}
        .finding>summary::-webkit-details-marker{display:none}
        .finding>summary:hover{background:var(--faint)}
        .finding .name{font-weight:600}
        .finding .title{display:block}
        .finding .by{color:var(--soft);font-size:.875rem}
        .finding .state{font-size:.75rem;color:var(--soft);border:1px solid var(--line);border-radius:3px;padding:0 .35rem;\
        margin-left:.4rem;white-space:nowrap}
        .finding[open]{background:var(--raised);box-shadow:-.75rem 0 0 var(--raised),.75rem 0 0 var(--raised)}
        .finding[open]>summary{background:none}
        .detail{padding:.2rem 0 1.6rem 9.2rem;max-width:58rem}
        .detail .message{font:400 1.125rem/1.5 var(--serif)}
        .detail .fix{margin:.6rem 0 1.1rem}
        .detail dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.3rem 1.4rem;margin:0;font-size:.9375rem}
        .detail dt{color:var(--soft)}
        .detail dd{margin:0}
        .detail .raw{font-family:var(--mono);font-size:.86em;white-space:pre-wrap;background:var(--faint);padding:.08em .35em;\
        border-radius:3px;box-decoration-break:clone;-webkit-box-decoration-break:clone}
        .cp{font:normal 600 .72em/1 var(--sans);letter-spacing:.03em;border:1px solid var(--soft);border-radius:3px;\
        padding:0 .25em;margin:0 .1em;unicode-bidi:isolate;white-space:nowrap}
        #more{margin-top:1.2rem}
        [hidden]{display:none!important}
        @media (max-width:46rem){
        .wrap{padding:0 1.1rem}
        header{padding-top:1.6rem}
        .masthead{flex-direction:column;gap:1.2rem}
        section{padding-top:3.4rem}
        #summary{padding-top:2rem}
        .headline{grid-template-columns:minmax(0,1fr);gap:2rem}
        .conclusion{font-size:1.15rem;margin-top:2rem}
        .first li{grid-template-columns:2rem minmax(0,1fr)}
        .first .cash{grid-column:2;text-align:left}
        .wideonly{display:none}
        figure svg.widechart{display:none}
        .narrow{display:block!important}
        .owner li{grid-template-columns:minmax(0,1fr) auto}
        .owner li .sev{grid-column:1}
        .owner li .num{grid-column:2;grid-row:1}
        .owner li div{grid-column:1/-1}
        #customers th[scope=row]{width:auto}
        .filters{position:static}
        .filters label{flex-basis:calc(50% - .6rem)}
        .filters label.wide{flex-basis:100%}
        .finding>summary{grid-template-columns:minmax(0,1fr) auto;padding:.85rem 0}
        .finding>summary .sev{grid-column:1}
        .finding>summary .cash{grid-column:2;grid-row:1}
        .finding>summary .main,.finding>summary .by{grid-column:1/-1}
        .detail{padding-left:0}
        .detail dl{grid-template-columns:minmax(0,1fr);gap:0}
        .detail dd{margin-bottom:.5rem}
        }
        @media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}

        """

    private static let print = """
        @page{size:A4;margin:16mm 15mm 18mm;@bottom-right{content:counter(page);font:8pt sans-serif;color:#605a50}}
        @media print{
        :root,:root[data-theme=dark],:root:not([data-theme=light]){color-scheme:light;--paper:#fff;--raised:#fff;\
        --ink:#1c1a17;--soft:#55504a;--line:#d5d0c6;--faint:#f3f0e9;--accent:#a3301b;--accent-2:#d38f7d;--ready:#8a8375;\
        --shade:#eae6dc}
        html{font-size:9.5pt}
        body{line-height:1.45;print-color-adjust:exact;-webkit-print-color-adjust:exact}
        .wrap{max-width:none;padding:0}
        nav,.tools,.filters,#more,.skip,.noprint{display:none!important}
        header{padding-top:0}
        section{padding-top:1.6rem}
        h1{font-size:24pt}h2,h3{break-after:avoid}
        .big{font-size:40pt}
        .lead,thead,caption{break-after:avoid}
        figure,tr,.first li,.owner li,.group,.finding,.meter{break-inside:avoid}
        .headline{grid-template-columns:7fr 5fr}
        .finding{content-visibility:visible}
        .finding[open]{box-shadow:none}
        .finding>summary{grid-template-columns:8rem minmax(0,1fr) 10rem 7rem;padding:.35rem 0}
        .scroll{overflow:visible}
        .scroll table{min-width:0}
        .expand>summary{list-style:none}
        .expand>summary::-webkit-details-marker{display:none}
        footer{margin-top:2rem;padding-bottom:0}
        a{text-decoration:none}
        }

        """
}
