/// What the page does beyond showing: theme, filter, search, paging, links into the list. Without it everything is
/// there to read; the script only narrows down. Its hash stands in the page's policy, so the text is a constant, and
/// words come from the page.
package enum Script {
    /// SHA-256 of `text`, base64; a test compares.
    package static let hash = "vHjS48i/DwKxwDTpXKyvMmDgGaN/QFu0OpFPLnSvZyA="

    package static let text = #"""
        (function () {
        'use strict';
        var root = document.documentElement, body = document.body;
        function byId(id) { return document.getElementById(id); }
        function stored(value) {
          try { if (value === undefined) return localStorage.getItem('keur-theme'); localStorage.setItem('keur-theme', value); }
          catch (e) { return null; }
        }

        var themes = ['auto', 'light', 'dark'], theme = byId('theme');
        function setTheme(name) {
          if (themes.indexOf(name) < 0) name = 'auto';
          if (name === 'auto') root.removeAttribute('data-theme'); else root.setAttribute('data-theme', name);
          theme.textContent = theme.dataset[name];
          theme.value = name;
        }
        setTheme(stored());
        theme.addEventListener('click', function () {
          var next = themes[(themes.indexOf(theme.value) + 1) % themes.length];
          setTheme(next);
          stored(next);
        });
        byId('print').addEventListener('click', function () { window.print(); });
        Array.prototype.forEach.call(document.querySelectorAll('.script'), function (part) { part.hidden = false; });

        var opened = [];
        window.addEventListener('beforeprint', function () {
          opened = Array.prototype.filter.call(document.querySelectorAll('details.expand'), function (d) { return !d.open; });
          opened.forEach(function (d) { d.open = true; });
        });
        window.addEventListener('afterprint', function () { opened.forEach(function (d) { d.open = false; }); });

        var list = byId('list');
        if (!list) return;
        var rows = Array.prototype.slice.call(list.children), page = 100, limit = page;
        var count = byId('count'), more = byId('more'), search = byId('search');
        var choices = Array.prototype.slice.call(document.querySelectorAll('.filters select'));
        function number(n) { return n.toLocaleString(root.lang); }
        function fill(text, values) { return text.replace(/\{(\w+)\}/g, function (all, key) { return values[key] || all; }); }
        function fold(text) { return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase(); }
        function words(row) { return row.words || (row.words = fold(row.textContent + ' ' + row.dataset.id)); }

        function matches(row, terms) {
          for (var i = 0; i < choices.length; i++)
            if (choices[i].value && row.dataset[choices[i].name] !== choices[i].value) return false;
          for (var j = 0; j < terms.length; j++) if (words(row).indexOf(terms[j]) < 0) return false;
          return true;
        }
        function update() {
          var terms = fold(search.value).split(/\s+/).filter(Boolean), found = 0;
          rows.forEach(function (row) { row.hidden = !matches(row, terms) || ++found > limit; });
          var shown = Math.min(found, limit);
          count.textContent = found
            ? fill(found < rows.length ? count.dataset.someOf : count.dataset.some, { shown: number(shown), found: number(found), all: number(rows.length) })
            : count.dataset.none;
          more.hidden = found <= limit;
        }
        function reset() {
          search.value = '';
          choices.forEach(function (choice) { choice.value = ''; });
          limit = page;
        }
        var waiting;
        search.addEventListener('input', function () {
          clearTimeout(waiting);
          waiting = setTimeout(function () { limit = page; update(); }, 120);
        });
        choices.forEach(function (choice) {
          choice.addEventListener('change', function () { limit = page; update(); });
        });
        byId('reset').addEventListener('click', function () { reset(); update(); search.focus(); });
        more.addEventListener('click', function () {
          var first = rows.filter(function (row) { return !row.hidden; }).length;
          limit += page;
          update();
          var next = rows.filter(function (row) { return !row.hidden; })[first];
          if (next) next.querySelector('summary').focus();
        });

        document.addEventListener('click', function (event) {
          var link = event.target.closest ? event.target.closest('a[data-filter]') : null;
          if (!link) return;
          reset();
          choices.forEach(function (choice) { if (link.dataset[choice.name]) choice.value = link.dataset[choice.name]; });
          if (link.dataset.search) search.value = link.dataset.search;
          update();
        });
        function follow() {
          var row = location.hash.length > 1 ? byId(location.hash.slice(1)) : null;
          if (!row || row.parentNode !== list) return;
          reset();
          limit = Math.max(page, rows.indexOf(row) + 1);
          update();
          row.open = true;
          // Rows out of sight have estimated heights: aim again once those around the row are laid out.
          var tries = 3;
          (function aim() {
            row.scrollIntoView({ block: 'center', behavior: 'instant' });
            if (--tries) requestAnimationFrame(aim);
          })();
          row.querySelector('summary').focus({ preventScroll: true });
        }
        window.addEventListener('hashchange', follow);
        update();
        follow();
        })();

        """#
}
