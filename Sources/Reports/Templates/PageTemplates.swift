/// The parts of the page in mustache, in their order. Only `{{x}}` is used, never the unescaped forms; what comes
/// from data stands in `bdi`, so that text of the other direction keeps to itself.
package enum PageTemplates {
    package static let all = [
        head, summary, course, first, causes, checks, customers, groups, owners, findingsHead, findingsTail, coverage,
        data,
        foot,
    ]

    static let head = """
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="robots" content="noindex">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="keur {{version}}">
        <title>{{name}} · {{date}}</title>

        """

    static let summary = """
        <a class="skip" href="#main">{{t.skip}}</a>
        <div class="wrap">
        <header>
        <p class="kicker"><b>keur</b> · {{t.kind}}</p>
        <div class="masthead">
        <div>
        <h1><bdi>{{name}}</bdi></h1>
        <p class="meta">{{asOf}} · <bdi>{{scope}}</bdi></p>
        </div>
        <div class="tools script" hidden>
        <button type="button" id="theme" data-auto="{{t.themeAuto}}" data-light="{{t.themeLight}}" data-dark="{{t.themeDark}}"></button>
        <button type="button" id="print">{{t.print}}</button>
        </div>
        </div>
        <nav aria-label="{{t.contents}}"><ul>
        {{#sections}}
        <li><a href="#{{id}}">{{title}}</a></li>
        {{/sections}}
        </ul></nav>
        </header>
        <main id="main">
        <section id="summary" aria-label="{{t.atStake}}">
        <div class="headline">
        <div>
        <p class="label">{{t.cashAtRisk}}</p>
        <p class="big{{#calm}} calm{{/calm}}">{{cashAtRisk}}</p>
        <p>{{shareOfOpen}}</p>
        </div>
        <div>
        {{#meters}}
        <div class="meter">
        <p><span>{{label}}</span><b>{{share}}</b></p>
        <svg class="bar ready" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="{{width}}" height="1"/></svg>
        <p class="label">{{figures}}</p>
        </div>
        {{/meters}}
        <p class="label">{{t.invoiceReadyMeaning}}</p>
        </div>
        </div>
        <p class="conclusion">{{conclusion}}</p>
        {{#hasFindings}}
        <div class="split">
        <svg class="split-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        {{#severities}}
        <rect class="f-{{key}}" x="{{x}}" width="{{width}}" height="1"/>
        {{/severities}}
        </svg>
        <ul>
        {{#severities}}
        <li><svg class="icon sev-{{key}}" aria-hidden="true"><use href="#i-{{key}}"/></svg><span><b>{{count}}</b> {{label}}</span></li>
        {{/severities}}
        {{#unknown}}
        <li><span><b>{{count}}</b> {{label}}</span></li>
        {{/unknown}}
        </ul>
        </div>
        {{/hasFindings}}
        {{#caution}}
        <p class="note">{{.}}</p>
        {{/caution}}
        </section>

        """

    static let first = """
        <section id="first">
        <h2>{{t.first}}</h2>
        <p class="lead">{{t.firstIntroduction}}</p>
        <ol class="first">
        {{#first}}
        <li>
        <div>
        <h3><a href="#{{anchor}}"><bdi>{{message}}</bdi></a></h3>
        <p class="do"><bdi>{{fix}}</bdi></p>
        <p class="by"><span class="sev sev-{{key}}"><svg class="icon" aria-hidden="true"><use href="#i-{{key}}"/></svg>{{severity}}</span><span>{{owner}}</span><span class="id"><bdi>{{check}}</bdi></span></p>
        </div>
        <p class="cash num">{{cash}}</p>
        </li>
        {{/first}}
        </ol>
        </section>

        """

    static let causes = """
        <section id="causes">
        <h2>{{t.causesTitle}}</h2>
        <p class="lead">{{t.causesIntroduction}}</p>
        <table>
        <thead><tr><th scope="col">{{t.cause}}</th><td class="track wideonly"></td><th scope="col" class="num wideonly">{{t.findings}}</th><th scope="col" class="num">{{t.customers}}</th><th scope="col" class="num">{{t.cashAtRiskShort}}</th></tr></thead>
        <tbody>
        {{#groups}}
        <tr><th scope="row"><a href="#findings" data-filter data-c="{{key}}">{{name}}</a></th><td class="track wideonly"><svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="{{width}}" height="1"/></svg></td><td class="num wideonly">{{findings}}</td><td class="num">{{customers}}</td><td class="num">{{cash}}</td></tr>
        {{/groups}}
        </tbody>
        </table>
        </section>

        """

    static let checks = """
        <section id="checks">
        <h2>{{t.checksTitle}}</h2>
        <p class="lead">{{introduction}}</p>
        <figure>
        {{#charts}}
        <svg class="{{kind}}" viewBox="0 0 {{width}} {{height}}" role="img" aria-label="{{label}}">
        {{#ticks}}
        <line class="grid" x1="{{x1}}" x2="{{x2}}" y1="{{y}}" y2="{{y}}"/><text x="{{textX}}" y="{{textY}}" text-anchor="end">{{label}}</text>
        {{/ticks}}
        {{#columns}}
        <rect class="column" x="{{x}}" y="{{y}}" width="{{width}}" height="{{height}}"><title>{{title}}</title></rect>
        <text class="strong" x="{{middle}}" y="{{nameY}}" {{#turned}}transform="rotate(-55 {{middle}} {{nameY}})" text-anchor="end"{{/turned}}{{^turned}}text-anchor="middle"{{/turned}}>{{name}}</text>
        {{#amount}}
        <text{{#inside}} class="inside"{{/inside}} x="{{middle}}" y="{{amountY}}" text-anchor="middle">{{.}}</text>
        {{/amount}}
        {{/columns}}
        <line class="axis" x1="{{left}}" x2="{{right}}" y1="{{bottom}}" y2="{{bottom}}"/>
        <polyline class="curve" points="{{points}}"/>
        {{#dots}}
        <circle class="dot" cx="{{x}}" cy="{{y}}" r="3.5"/>
        {{/dots}}
        </svg>
        {{/charts}}
        </figure>
        <table>
        <thead><tr><th scope="col">{{t.checkLabel}}</th><th scope="col" class="wideonly">{{t.severity}}</th><th scope="col" class="num wideonly">{{t.findings}}</th><th scope="col" class="num">{{t.cashAtRiskShort}}</th><th scope="col" class="num">{{t.cumulative}}</th></tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row"><span class="id">{{id}}</span> <a href="#findings" data-filter data-k="{{id}}"><bdi>{{title}}</bdi></a></th><td class="wideonly"><span class="sev sev-{{key}}"><svg class="icon" aria-hidden="true"><use href="#i-{{key}}"/></svg>{{severity}}</span></td><td class="num wideonly">{{failing}}</td><td class="num">{{cash}}</td><td class="num">{{cumulative}}</td></tr>
        {{/rows}}
        </tbody>
        </table>
        </section>

        """

    static let customers = """
        <section id="customers">
        <h2>{{t.customersTitle}}</h2>
        <p class="lead">{{introduction}}</p>
        {{#tables}}
        {{#summary}}
        <details class="expand"><summary>{{.}}</summary>
        {{/summary}}
        <table>
        <thead><tr><th scope="col">{{t.customerLabel}}</th><th scope="col" class="wideonly">{{t.worst}}</th><th scope="col" class="num wideonly">{{t.findings}}</th><th scope="col" class="num">{{t.openAmount}}</th><td class="track wideonly"></td><th scope="col" class="num">{{t.cashAtRiskShort}}</th></tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row"><a href="#findings" data-filter data-search="{{id}}"><bdi>{{name}}</bdi></a> <span class="id"><bdi>{{id}}</bdi></span></th><td class="wideonly"><span class="sev sev-{{key}}"><svg class="icon" aria-hidden="true"><use href="#i-{{key}}"/></svg>{{severity}}</span></td><td class="num wideonly">{{findings}}</td><td class="num">{{open}}</td><td class="track wideonly"><svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="{{width}}" height="1"/></svg></td><td class="num">{{cash}}</td></tr>
        {{/rows}}
        </tbody>
        </table>
        {{#summary}}
        </details>
        {{/summary}}
        {{/tables}}
        </section>

        """

    static let owners = """
        <section id="owners">
        <h2>{{t.ownersTitle}}</h2>
        <p class="lead">{{t.ownersIntroduction}}</p>
        {{#owners}}
        <article class="owner">
        <header><h3><bdi>{{name}}</bdi></h3><span class="soft"><a href="#findings" data-filter data-o="{{name}}">{{findings}}</a> · {{customers}}</span><span class="total">{{cash}}</span></header>
        <ul>
        {{#work}}
        <li><span class="sev sev-{{key}}"><svg class="icon" aria-hidden="true"><use href="#i-{{key}}"/></svg>{{severity}}</span><div><h3><a href="#findings" data-filter data-o="{{owner}}" data-k="{{check}}"><bdi>{{title}}</bdi></a></h3>{{#fix}}<p><bdi>{{.}}</bdi></p>{{/fix}}<p class="who">{{#names}}<bdi>{{name}}</bdi>{{gap}}{{/names}}{{rest}}</p></div><span class="num">{{amount}}</span></li>
        {{/work}}
        </ul>
        </article>
        {{/owners}}
        </section>

        """
}
