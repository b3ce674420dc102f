extension PageTemplates {
    static let course = """
        <section id="course">
        <h2>{{t.courseTitle}}</h2>
        <p class="lead">{{introduction}}</p>
        <figure>
        {{#charts}}
        <svg class="{{kind}}" viewBox="0 0 {{width}} {{height}}" role="img" aria-label="{{t.courseChart}}">
        {{#columns}}
        {{#parts}}
        <rect class="f-{{key}}" x="{{x}}" y="{{y}}" width="{{width}}" height="{{height}}"><title>{{title}}</title></rect>
        {{/parts}}
        {{#above}}
        <text class="strong" x="{{middle}}" y="{{aboveY}}" text-anchor="middle">{{.}}</text>
        {{/above}}
        {{#below}}
        <text x="{{middle}}" y="{{belowY}}" text-anchor="middle">{{.}}</text>
        {{/below}}
        <text x="{{middle}}" y="{{dateY}}" {{#turned}}transform="rotate(-55 {{middle}} {{dateY}})" text-anchor="end"{{/turned}}{{^turned}}text-anchor="middle"{{/turned}}>{{date}}</text>
        {{/columns}}
        <line class="axis" x1="0" x2="{{width}}" y1="{{axis}}" y2="{{axis}}"/>
        <polyline class="curve" points="{{points}}"/>
        {{#dots}}
        <circle class="dot" cx="{{x}}" cy="{{y}}" r="3.5"><title>{{title}}</title></circle>
        {{#amount}}
        <text class="strong" x="{{x}}" y="{{textY}}" text-anchor="middle">{{.}}</text>
        {{/amount}}
        {{/dots}}
        </svg>
        {{/charts}}
        <figcaption>{{t.courseCaption}}</figcaption>
        </figure>
        {{#times}}
        <p class="lead">{{.}}</p>
        {{/times}}
        <table>
        <thead><tr><th scope="col">{{t.cause}}</th><td class="track wideonly"></td><th scope="col" class="num">{{t.findings}}</th><th scope="col" class="num wideonly">{{t.cashAtRiskShort}}</th><th scope="col" class="num">{{t.courseMedian}}</th><th scope="col" class="num wideonly">{{t.courseNinety}}</th><th scope="col" class="num wideonly">{{t.courseCameBack}}</th></tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row"><bdi>{{name}}</bdi></th><td class="track wideonly"><svg viewBox="0 0 120 20" width="120" height="20" role="img" aria-label="{{label}}"><polyline class="curve" points="{{points}}"/></svg></td><td class="num">{{findings}}</td><td class="num wideonly">{{cash}}</td><td class="num">{{median}}</td><td class="num wideonly">{{ninety}}</td><td class="num wideonly">{{back}}</td></tr>
        {{/rows}}
        </tbody>
        </table>
        </section>

        """
}
