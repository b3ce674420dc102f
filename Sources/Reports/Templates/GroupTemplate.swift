extension PageTemplates {
    static let groups = """
        <section id="groups">
        <h2>{{t.groupsTitle}}</h2>
        <p class="lead">{{introduction}}</p>
        {{#groups}}
        <article class="group">
        <header><h3><bdi>{{name}}</bdi></h3><span class="soft">{{accounts}}</span>{{#excess}}<span class="alarm">{{.}}</span>{{/excess}}</header>
        <div class="scroll" tabindex="0" role="region" aria-label="{{name}}">
        <table>
        <thead><tr><th scope="col">{{t.entityLabel}}</th><th scope="col" class="num">{{t.exposure}}</th><th scope="col" class="num">{{t.overdue}}</th><th scope="col" class="num">{{t.creditLimit}}</th></tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row" class="d{{depth}}"><bdi>{{name}}</bdi> {{#account}}<a class="id" href="#findings" data-filter data-search="{{id}}"><bdi>{{id}}</bdi></a> {{/account}}<span class="id"><bdi>{{identifier}}</bdi></span>{{#none}} <span class="soft">{{.}}</span>{{/none}}{{#events}}<span class="event"><svg class="icon" aria-hidden="true"><use href="#i-blocker"/></svg><bdi>{{.}}</bdi></span>{{/events}}</th>{{#account}}<td class="num">{{exposure}}</td><td class="num">{{overdue}}</td><td class="num">{{limit}}</td>{{/account}}{{^account}}<td></td><td></td><td></td>{{/account}}</tr>
        {{/rows}}
        </tbody>
        <tfoot><tr><th scope="row">{{t.together}}{{#more}} <span class="soft">{{.}}</span>{{/more}}</th><td class="num">{{exposure}}</td><td class="num">{{overdue}}</td><td class="num">{{limit}}</td></tr></tfoot>
        </table>
        </div>
        </article>
        {{/groups}}
        </section>

        """
}
