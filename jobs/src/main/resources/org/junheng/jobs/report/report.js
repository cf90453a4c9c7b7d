/* Tables that can be searched, sorted, narrowed to a verdict and turned over page by page; and the key of a number. Words of the data are written as text, never as markup. */
(function () {
  'use strict';
  var carried = document.getElementById('words');
  if (!carried) { return; }
  var W = JSON.parse(carried.textContent);
  var PAGE = 25, FEW = 8, CARDS = 4, SHORT = 14;
  var order = new Intl.Collator(document.documentElement.lang, { numeric: true });

  function fill(words, holes) { return words.replace(/\{(\w+)\}/g, function (all, key) { return key in holes ? holes[key] : all; }); }
  function element(name, text, kind) {
    var made = document.createElement(name);
    if (text !== undefined) { made.textContent = text; }
    if (kind) { made.className = kind; }
    return made;
  }
  function button(words, act, kind) {
    var made = element('button', words, kind);
    made.type = 'button';
    made.addEventListener('click', act);
    return made;
  }

  /* ---- rows: those of the page, and those that are carried column by column ---- */
  function ofPage(row) {
    return { key: row.getAttribute('data-key') || '', cells: [].map.call(row.cells, function (cell) {
      var link = cell.querySelector('a');
      return { text: cell.textContent, kind: cell.className, href: link ? link.getAttribute('href') : '', key: cell.getAttribute('data-key') || '' };
    }) };
  }
  function carriedCell(cell, kind) {
    return typeof cell === 'string' ? { text: cell, kind: kind, href: '', key: '' } : { text: cell[0], kind: cell[1] || kind, href: cell[2] || '', key: cell[3] || '' };
  }
  var LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  function place(places, i) { return typeof places === 'string' ? LETTERS.indexOf(places.charAt(i)) : places[i]; }
  function at(column, i) { return 'c' in column ? column.c : column.i ? column.d[place(column.i, i)] : column.v[i]; }
  function joined(parts, i) { return parts.map(function (part) { return at(part, i); }).join('|'); }
  function carriedRows(box, kinds) {
    var data = box.querySelector('script.more');
    if (!data) { return []; }
    var more = JSON.parse(data.textContent), rows = [];
    for (var i = 0; i < more.n; i++) {
      rows.push({ key: more.keys ? joined(more.keys, i) : '', cells: more.columns.map(function (column, c) { return carriedCell(at(column, i), kinds[c]); }) });
      rows[i].cells.forEach(function (cell, c) {
        if (more.columns[c].h) { cell.href = more.columns[c].h.replace('{0}', rows[i].cells[0].text); }
      });
    }
    return rows;
  }

  /* ---- order: numbers by size, what is no number after them ---- */
  function number(text) {
    var found = /^[-−+]?\d[\d,]*(\.\d+)?([eE][-+]?\d+)?/.exec(text.trim());
    return found ? +found[0].replace('−', '-').replace(/,/g, '') : NaN;
  }
  function compare(a, b, upwards) {
    var x = number(a), y = number(b);
    if (isNaN(x) !== isNaN(y)) { return isNaN(x) ? 1 : -1; }
    if (!a !== !b) { return a ? -1 : 1; }
    return (isNaN(x) ? order.compare(a, b) : x - y) * (upwards ? 1 : -1);
  }
  function byColumn(column, kind, upwards) {
    return function (a, b) {
      var x = a.cells[column].text, y = b.cells[column].text;
      if (kind === 'number') { return compare(x, y, upwards); }
      if (!x !== !y) { return x ? -1 : 1; }
      return order.compare(x, y) * (upwards ? 1 : -1);
    };
  }

  /* ---- one table ---- */
  function lively(box) {
    var table = box.querySelector('table'), body = table.tBodies[0], heads = [].slice.call(table.tHead.rows[0].cells);
    var kinds = heads.map(function (head) { return head.className; }), names = heads.map(function (head) { return head.textContent; });
    if (heads.length > CARDS) { box.classList.add('cards'); }
    var all = [].map.call(body.rows, ofPage).concat(carriedRows(box, kinds));
    var state = { words: '', verdict: '', column: -1, upwards: true, page: 0 };
    var name = box.getAttribute('aria-label') || '';
    var tools = element('div', undefined, 'tools'), foot = element('div', undefined, 'turn');
    var told = element('span', '', 'told');
    told.setAttribute('aria-live', 'polite');

    function shown() {
      var rows = all.filter(function (row) {
        return row.cells.some(function (cell) { return !state.words || cell.text.toLowerCase().indexOf(state.words) >= 0; }) &&
          (!state.verdict || row.cells.some(function (cell) { return cell.kind === state.verdict; }));
      });
      return state.column < 0 ? rows : rows.sort(byColumn(state.column, kinds[state.column], state.upwards));
    }
    function row(of) {
      var line = element('tr');
      if (of.key) { line.setAttribute('data-key', of.key); }
      of.cells.forEach(function (cell, c) {
        var made = element('td', cell.href ? undefined : cell.text, cell.kind);
        if (cell.href) { var link = element('a', cell.text); link.href = cell.href; made.appendChild(link); }
        if (cell.key) { made.setAttribute('data-key', cell.key); }
        if (names[c]) { made.setAttribute('data-head', names[c]); }
        if (cell.text.length <= SHORT) { made.classList.add('short'); }
        line.appendChild(made);
      });
      return line;
    }
    function draw() {
      var rows = shown(), pages = Math.max(1, Math.ceil(rows.length / PAGE));
      state.page = Math.min(state.page, pages - 1);
      body.replaceChildren.apply(body, rows.slice(state.page * PAGE, (state.page + 1) * PAGE).map(row));
      told.textContent = rows.length === all.length ? fill(W.rows, { n: all.length }) : fill(W.some, { n: rows.length, all: all.length });
      foot.hidden = pages < 2;
      if (pages > 1) {
        foot.querySelector('.place').textContent = fill(W.page, { n: state.page + 1, all: pages });
        foot.querySelector('.before').disabled = state.page === 0;
        foot.querySelector('.after').disabled = state.page === pages - 1;
      }
    }
    function turn(by) { return function () { state.page += by; draw(); }; }

    if (all.length > 1) { heads.forEach(function (head, column) {
      var sort = button(head.textContent, function () {
        state.upwards = state.column === column ? !state.upwards : true;
        state.column = column;
        state.page = 0;
        heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
        head.setAttribute('aria-sort', state.upwards ? 'ascending' : 'descending');
        draw();
      }, 'sort');
      sort.title = W.sort;
      head.replaceChildren(sort);
    }); }
    if (all.length > FEW) {
      var find = element('label', W.find + ' ', 'choice'), input = element('input');
      input.type = 'search';
      input.autocomplete = 'off';
      input.setAttribute('aria-label', W.find + ' · ' + name);
      input.addEventListener('input', function () { state.words = input.value.trim().toLowerCase(); state.page = 0; draw(); });
      find.appendChild(input);
      tools.appendChild(find);
      verdicts(all, tools, function (chosen) { state.verdict = chosen; state.page = 0; draw(); });
      tools.appendChild(told);
      box.parentNode.insertBefore(tools, box);
    }
    if (all.length > PAGE) {
      foot.appendChild(button(W.before, turn(-1), 'before'));
      foot.appendChild(element('span', '', 'place'));
      foot.appendChild(button(W.after, turn(1), 'after'));
      foot.querySelector('.place').setAttribute('aria-live', 'polite');
      box.parentNode.insertBefore(foot, box.nextSibling);
    }
    draw();
    keys(table);
    if (all.length > PAGE) {
      window.addEventListener('beforeprint', function () { body.replaceChildren.apply(body, shown().map(row)); });
      window.addEventListener('afterprint', draw);
    }
  }
  function verdicts(all, tools, act) {
    var kinds = {};
    all.forEach(function (row) { row.cells.forEach(function (cell) { if (/^[A-Z_]+$/.test(cell.kind)) { kinds[cell.kind] = cell.text; } }); });
    var names = Object.keys(kinds).sort();
    if (names.length < 2) { return; }
    var label = element('label', W.verdict + ' ', 'choice'), select = element('select');
    [['', W.any]].concat(names.map(function (kind) { return [kind, kinds[kind]]; })).forEach(function (option) {
      var made = element('option', option[1]);
      made.value = option[0];
      select.appendChild(made);
    });
    select.addEventListener('change', function () { act(select.value); });
    label.appendChild(select);
    tools.appendChild(label);
  }

  /* ---- the key of a number: what `junheng trace` takes ---- */
  var panel = null, main = document.getElementById('main');
  function keyOf(cell) {
    var own = cell.getAttribute('data-key'), row = cell.parentNode.getAttribute('data-key');
    if (own || !row || !cell.textContent || !/(^| )(number|[A-Z_]{4,})( |$)/.test(cell.className)) { return own || ''; }
    var head = cell.closest('table').tHead.rows[0].cells[cell.cellIndex], told = (head.getAttribute('data-key') || '').split(' ');
    var year = told[1] || head.textContent;
    if ((/\{[hm]\}/.test(row) && !told[0]) || (row.indexOf('{y}') >= 0 && !/^\d{4}$/.test(year))) { return ''; }
    var holes = { s: main.getAttribute('data-subject') || '', 0: cell.parentNode.cells[0].textContent, y: year, b: told[2] || '', h: told[0], m: told[0] };
    return fill(row, holes);
  }
  function show(cell) {
    var key = keyOf(cell);
    if (!key) { return; }
    if (!panel) {
      panel = element('aside', undefined, 'key');
      panel.setAttribute('aria-label', W.key);
      panel.appendChild(element('span', W.key + ' junheng trace RUN '));
      var field = element('input');
      field.readOnly = true;
      field.setAttribute('aria-label', W.key);
      panel.appendChild(field);
      panel.appendChild(button(W.copy, function () { field.select(); document.execCommand('copy'); this.textContent = W.copied; }, 'copy'));
      panel.appendChild(button('×', function () { panel.hidden = true; }, 'close'));
      panel.lastChild.setAttribute('aria-label', W.close);
      document.body.appendChild(panel);
    }
    panel.hidden = false;
    panel.querySelector('input').value = "'" + key.replace(/'/g, "'\\''") + "'";
    panel.querySelector('.copy').textContent = W.copy;
  }
  function go(cell, down, right) {
    var rows = cell.closest('tbody').rows, line = rows[cell.parentNode.rowIndex - 1 + down];
    var next = line && line.cells[cell.cellIndex + right];
    if (next) { reach(next); }
  }
  function reach(cell) { cell.tabIndex = -1; cell.focus(); }
  var STEPS = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
  function keys(table) {
    table.addEventListener('click', function (event) { var cell = event.target.closest('td'); if (cell && event.target.tagName !== 'A') { show(cell); } });
    table.addEventListener('mouseover', function (event) { var cell = event.target.closest('td'); if (cell && !cell.title) { cell.title = keyOf(cell); } });
    table.parentNode.addEventListener('keydown', function (event) {
      var cell = document.activeElement.closest('td'), step = STEPS[event.key];
      if (event.key === 'Enter' && document.activeElement === table.parentNode) {
        var first = table.querySelector('tbody td.number') || table.querySelector('tbody td');
        if (first) { reach(first); event.preventDefault(); }
      } else if (cell && cell === document.activeElement && event.key === 'Enter') { show(cell); event.preventDefault();
      } else if (cell && step) { go(cell, step[0], step[1]); event.preventDefault(); }
    });
  }
  document.addEventListener('keydown', function (event) { if (event.key === 'Escape' && panel) { panel.hidden = true; } });

  /* ---- long lists of links ---- */
  function list(box) {
    var items = [].slice.call(box.querySelectorAll('li'));
    if (items.length <= 12) { return; }
    var find = element('label', W.find + ' ', 'choice'), input = element('input');
    input.type = 'search';
    input.autocomplete = 'off';
    input.addEventListener('input', function () {
      var words = input.value.trim().toLowerCase();
      items.forEach(function (item) { item.hidden = item.textContent.toLowerCase().indexOf(words) < 0; });
    });
    find.appendChild(input);
    box.parentNode.insertBefore(find, box);
  }
  [].forEach.call(document.querySelectorAll('.scroll'), function (box) { if (box.querySelector('table') && box.querySelector('tbody')) { lively(box); } });
  [].forEach.call(document.querySelectorAll('ul.links'), list);
}());
