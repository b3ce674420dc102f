extension PageTemplates {
    static let findingsHead = """
        <section id="findings">
        <h2>{{t.findingsTitle}}</h2>
        <p class="lead">{{introduction}}</p>
        <div class="filters script" role="search" hidden>
        <label class="wide">{{t.search}}<input type="search" id="search" placeholder="{{t.searchHint}}" autocomplete="off" spellcheck="false"></label>
        {{#choices}}
        <label>{{label}}<select name="{{key}}"><option value="">{{t.all}}</option>{{#options}}<option value="{{value}}">{{label}}</option>{{/options}}</select></label>
        {{/choices}}
        <button type="button" id="reset">{{t.reset}}</button>
        </div>
        <p class="count script" hidden><span id="count" role="status" data-some="{{t.shown}}" data-some-of="{{t.shownOf}}" data-none="{{none}}"></span></p>
        <div id="list">

        """

    static let findingsTail = """
        </div>
        <button type="button" id="more" hidden>{{t.more}}</button>
        </section>

        """

    static let coverage = """
        <section id="coverage">
        <h2>{{t.coverageTitle}}</h2>
        <p class="lead">{{introduction}}</p>
        {{#blocks}}
        <h3>{{title}}</h3>
        <ul class="reasons">
        {{#reasons}}
        <li><p><bdi>{{reason}}</bdi></p><p class="tags">{{#checks}}<span class="id">{{id}}</span> <bdi>{{title}}</bdi>{{gap}}{{/checks}}</p></li>
        {{/reasons}}
        </ul>
        {{/blocks}}
        <details class="expand"><summary>{{every}}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label="{{every}}">
        <table>
        <thead><tr><th scope="col">{{t.checkLabel}}</th><th scope="col" class="num">{{t.records}}</th><th scope="col" class="num">{{t.pass}}</th><th scope="col" class="num">{{t.fail}}</th><th scope="col" class="num">{{t.notApplicable}}</th><th scope="col" class="num">{{t.unknown}}</th><th scope="col">{{t.reason}}</th></tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row"><span class="id">{{id}}</span> <bdi>{{title}}</bdi></th><td class="num">{{records}}</td><td class="num">{{pass}}</td><td class="num">{{fail}}</td><td class="num">{{notApplicable}}</td><td class="num">{{unknown}}</td><td><bdi>{{reason}}</bdi></td></tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        </details>
        </section>

        """

    static let data = """
        <section id="data">
        <h2>{{t.dataTitle}}</h2>
        <p class="lead">{{t.dataIntroduction}}</p>
        <div class="scroll" tabindex="0" role="region" aria-label="{{t.dataTitle}}">
        <table>
        <thead><tr><th scope="col">{{t.dataset}}</th><th scope="col" class="num">{{t.rowsRead}}</th><th scope="col" class="num">{{t.rowsAudited}}</th><th scope="col" class="num">{{t.rowsQuarantined}}</th><th scope="col">{{t.readAs}}</th></tr></thead>
        <tbody>
        {{#datasets}}
        <tr><th scope="row"><bdi>{{name}}</bdi> <span class="id"><bdi>{{source}}</bdi></span></th><td class="num">{{read}}</td><td class="num">{{audited}}</td><td class="num">{{quarantined}}</td><td>{{form}}</td></tr>
        {{/datasets}}
        </tbody>
        </table>
        </div>
        {{#notes}}
        <h3 class="expand">{{title}}</h3>
        <ul class="plain">
        {{#lines}}
        <li><bdi>{{.}}</bdi></li>
        {{/lines}}
        </ul>
        {{/notes}}
        </section>

        """

    static let foot = """
        </main>
        <footer>
        <p>{{t.method}}</p>
        <p>{{madeBy}}</p>
        </footer>
        </div>

        """
}
