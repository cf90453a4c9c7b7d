/* Draws what the page carries in its data element. Names are written as text everywhere, never as markup. */
(function () {
  'use strict';
  if (!document.getElementById('data')) { return; }
  var D = JSON.parse(document.getElementById('data').textContent);
  var W = D.words;
  var VERDICTS = { P: 'PASS', F: 'FAIL', N: 'NOT_ASSESSED', S: 'SUPPRESSED', D: 'NOT_DECIDABLE' };
  D.balance.forEach(function (r) { r[5] = r[5].split('').map(function (letter) { return VERDICTS[letter] || ''; }); });
  var BLUE = '#1f5fa8', BROWN = '#a8430b', GREY = '#66717d', FAINT = '#b4bdc6', INK = '#1d2733', GOLD = '#e0a100';
  var NAMED = 40; // up to so many lines have room for a name each
  var redraw = [];

  function at(id) { return document.getElementById(id); }
  function narrow() { return window.innerWidth < 640; }
  function known(v) { return v !== null && v !== undefined; }
  function fixed(v, digits) { return known(v) ? v.toFixed(digits) : '—'; }
  function percent(v) { return known(v) ? (100 * v).toFixed(1) + '%' : '—'; }
  function fill(words, holes) { return words.replace(/\{(\w+)\}/g, function (all, key) { return key in holes ? holes[key] : all; }); }
  function countyName(i) { return i >= 0 ? D.counties[i][1] : ''; }
  function focus() { return +at('choose-county').value; }
  function cut(text, length) { return text.length > length ? text.slice(0, length - 1) + '…' : text; }
  function element(name, text, kind) {
    var made = document.createElement(name);
    if (known(text)) { made.textContent = text; }
    if (kind) { made.className = kind; }
    return made;
  }

  /* ---- tables and choices ---- */
  function table(id, heads, rows) {
    var made = element('table'), head = made.createTHead().insertRow(), body = made.createTBody();
    heads.forEach(function (text) { var th = element('th', text); th.scope = 'col'; head.appendChild(th); });
    rows.forEach(function (row) {
      var line = body.insertRow();
      row.forEach(function (cell, i) {
        var made = i === 0 ? element('th') : element('td');
        if (i === 0) { made.scope = 'row'; }
        if (cell instanceof Node) { made.appendChild(cell); } else { made.textContent = cell; }
        if (i > 0 && /^[-−]?[\d—]/.test(made.textContent)) { made.className = 'number'; }
        line.appendChild(made);
      });
    });
    at(id).replaceChildren(made);
    return made;
  }
  function choose(id, options, chosen, act) {
    var select = at('choose-' + id);
    if (!select) { return null; }
    var groups = {};
    options.forEach(function (option, i) {
      var made = element('option', option[1]), group = option[2];
      made.value = option[0];
      if (i === chosen) { made.selected = true; }
      if (group && !groups[group]) { groups[group] = element('optgroup'); groups[group].label = group; select.appendChild(groups[group]); }
      (group ? groups[group] : select).appendChild(made);
    });
    select.addEventListener('change', act);
    return select;
  }

  /* ---- charts ---- */
  function draw(name, height, option, words) {
    var box = at('chart-' + name);
    if (!option) {
      var before = echarts.getInstanceByDom(box);
      if (before) { before.dispose(); }
      box.style.height = 'auto';
      box.replaceChildren(element('p', W.nothing, 'none'));
      box.setAttribute('aria-label', words + ' ' + W.nothing);
      return;
    }
    box.style.height = height + 'px';
    box.setAttribute('aria-label', words);
    if (!echarts.getInstanceByDom(box)) { box.replaceChildren(); }
    var chart = echarts.getInstanceByDom(box) || echarts.init(box, null, { renderer: 'svg' });
    chart.resize();
    option.animation = false;
    option.textStyle = { fontFamily: getComputedStyle(document.body).fontFamily, color: INK };
    option.tooltip = { trigger: 'item', confine: true, textStyle: { fontSize: 13 }, formatter: function (p) { return tip(option.tips(p)); } };
    chart.setOption(option, true);
    box.setAttribute('data-drawn', words);
  }
  function tip(lines) {
    var box = element('div', null, 'tip');
    (lines || []).forEach(function (line, i) { box.appendChild(element(i ? 'div' : 'strong', line)); });
    return box;
  }
  function line(value, name) {
    return { silent: true, symbol: 'none', lineStyle: { color: INK, type: 'dashed', width: 1.2 }, label: { show: !!name, formatter: name, position: 'end', color: INK, fontSize: 12 }, data: value };
  }
  var KINDS = { above: [BLUE, 'triangle'], below: [BROWN, 'diamond'], plain: [GREY, 'circle'] };

  /* A point for each item, with its interval (lo..hi) or with the point it came from; lying with names when they fit, upright without names when not. */
  function dots(name, items, o) {
    if (!items.length) { draw(name, 0, null, o.words); return; }
    var lying = items.length <= NAMED, turn = function (v, i) { return lying ? [v, i] : [i, v]; }, series = [];
    var ordered = lying ? items.slice().reverse() : items;
    Object.keys(KINDS).forEach(function (kind) {
      var bars = [], points = [];
      ordered.forEach(function (item, i) {
        if (item.kind !== kind) { return; }
        var a = known(item.from) ? item.from : item.lo, b = known(item.from) ? item.value : item.hi;
        if (known(a) && known(b)) { bars.push(turn(a, i), turn(b, i), [NaN, NaN]); }
        if (known(item.value)) {
          points.push({ value: turn(item.value, i).concat(i), itemStyle: item.weak ? { color: '#fff', borderColor: KINDS[kind][0], borderWidth: 1.5 } : item.focus ? { borderColor: GOLD, borderWidth: 3 } : {} });
        }
      });
      var dense = items.length > 200;
      series.push({ type: 'line', data: bars, silent: true, showSymbol: false, lineStyle: { color: KINDS[kind][0], width: dense ? 1 : 2, opacity: kind === 'plain' ? 0.55 : 0.9 }, z: 2 });
      series.push({ type: 'scatter', name: kind, data: points, symbol: KINDS[kind][1], symbolSize: dense ? 4 : kind === 'plain' ? 8 : 10, itemStyle: { color: KINDS[kind][0] }, z: 3 });
    });
    var before = [];
    ordered.forEach(function (item, i) { if (known(item.from)) { before.push(turn(item.from, i).concat(i)); } });
    series.push({ type: 'scatter', name: 'from', data: before, symbolSize: items.length > 200 ? 5 : 8, itemStyle: { color: '#fff', borderColor: GREY, borderWidth: 1.5 }, z: 3 });
    var mark = line((o.lines || []).map(function (v) { return lying ? { xAxis: v } : { yAxis: v }; }), o.line);
    if (!lying) { mark.label.position = 'insideStartTop'; }
    series.push({ type: 'scatter', data: [], markLine: mark });
    var numbers = { type: 'value', scale: !o.lines, min: o.min, max: o.max, axisLabel: { formatter: o.axis, hideOverlap: true }, splitLine: { lineStyle: { color: '#e6eaee' } }, name: o.unit, nameLocation: lying ? 'middle' : 'end', nameGap: lying ? 28 : 10, nameTextStyle: { color: GREY, align: lying ? 'center' : 'left' }, interval: o.interval };
    var room = narrow() ? 9 : 16;
    var names = lying
      ? { type: 'category', data: ordered.map(function (item) { return cut(item.name, room); }), axisTick: { show: false }, axisLabel: { interval: 0, color: INK } }
      : { type: 'value', min: -1, max: items.length, axisLabel: { show: false }, axisTick: { show: false }, splitLine: { show: false }, name: o.across, nameLocation: 'middle', nameGap: 10, nameTextStyle: { color: GREY } };
    draw(name, lying ? 90 + 24 * items.length : 440, {
      grid: { left: 8, right: 24, top: 32, bottom: lying ? 36 : 28, containLabel: true },
      xAxis: lying ? numbers : names, yAxis: lying ? names : numbers, series: series,
      tips: function (p) { var item = p.value && ordered[p.value[2]]; return item ? [item.name].concat(item.notes) : []; }
    }, o.words);
  }

  /* ---- county balance ---- */
  function balance() {
    var year = +at('choose-year').value, county = focus();
    ['PRIMARY', 'JUNIOR'].forEach(function (stage) {
      var rows = D.balance.filter(function (r) { return r[1] === year && r[2] === stage; });
      var own = rows.filter(function (r) { return r[0] === county; })[0];
      var limits = rows.map(function (r) { return r[3]; }).filter(known), limit = limits.length ? limits[0] : null;
      var others = [];
      rows.forEach(function (r) {
        if (r[0] !== county) { r[4].forEach(function (v, i) { if (known(v)) { others.push([v, 6 - i, r[0], i]); } }); }
      });
      var facets = D.seven.slice().reverse();
      var mark = { PASS: '✓', FAIL: '✕' };
      var bars = facets.map(function (f, i) {
        var v = own ? own[4][6 - i] : null, verdict = own ? own[5][6 - i] : '';
        return { value: known(v) ? v : 0, itemStyle: { color: verdict === 'FAIL' ? BROWN : verdict === 'PASS' ? BLUE : FAINT }, words: known(v) ? fixed(v, 4) + ' ' + (mark[verdict] || '—') : D.verdicts[verdict] || W.none };
      });
      draw('balance-' + stage, 330, {
        grid: { left: 8, right: 8, top: 28, bottom: 24, containLabel: true },
        xAxis: { type: 'value', min: 0, axisLabel: { hideOverlap: true }, splitLine: { lineStyle: { color: '#e6eaee' } } },
        yAxis: [
          { type: 'category', data: facets.map(function (f) { return narrow() ? cut(f[2], 10) : f[2]; }), axisTick: { show: false }, axisLabel: { interval: 0, color: INK } },
          { type: 'category', position: 'right', data: bars.map(function (b) { return b.words; }), axisTick: { show: false }, axisLine: { show: false }, axisLabel: { interval: 0, color: function (words) { return / ✕$/.test(words) ? BROWN : INK; } } }
        ],
        series: [
          { type: 'bar', data: bars, barWidth: 14, z: 2, markLine: line(known(limit) ? [{ xAxis: limit }] : [], known(limit) ? W.limit + ' ' + limit.toFixed(2) : '') },
          { type: 'scatter', data: others, symbolSize: 5, symbolOffset: [0, 13], itemStyle: { color: GREY, opacity: 0.55 }, z: 3 }
        ],
        tips: function (p) {
          return p.seriesIndex === 0
            ? [D.seven[6 - p.dataIndex][1], countyName(county), own ? fixed(own[4][6 - p.dataIndex], 4) + ' ' + (D.verdicts[own[5][6 - p.dataIndex]] || '') : W.none]
            : [D.seven[p.value[3]][1], countyName(p.value[2]), fixed(p.value[0], 4)];
        }
      }, at('chart-balance-' + stage).closest('figure').querySelector('figcaption').textContent + ' ' + countyName(county) + ' ' + year);
      table('table-balance-' + stage, [W.measure, W.cv, W.limit, W.verdict], D.seven.map(function (f, i) {
        var verdict = own ? own[5][i] : '', note = own && own[6].split(' ').indexOf(f[0]) >= 0 ? '（' + W.rounded + '）' : '';
        return [f[0] + ' ' + f[1], own ? fixed(own[4][i], 4) : '—', known(limit) ? limit.toFixed(2) : '—', (D.verdicts[verdict] || W.none) + note];
      }));
    });
    var mine = D.balance.filter(function (r) { return r[1] === year && r[0] === county; });
    var met = 0, failed = 0, open = 0;
    mine.forEach(function (r) { r[5].forEach(function (v) { if (v === 'PASS') { met++; } else if (v === 'FAIL') { failed++; } else { open++; } }); });
    at('say-balance').textContent = countyName(county) + ' · ' + year + ' · ' + W.met + ' ' + met + ' · ' + W['not-met'] + ' ' + failed + ' · ' + W.none + ' ' + open;
    balanceTable(year, county);
    shortfall(county);
  }
  function balanceTable(year, county) {
    var wanted = at('find-county').value.trim().toLowerCase(), byCounty = new Map();
    D.balance.forEach(function (r) {
      if (r[1] === year) { byCounty.set(r[0], Object.assign(byCounty.get(r[0]) || {}, Object.fromEntries([[r[2], r]]))); }
    });
    var stages = ['PRIMARY', 'JUNIOR'], heads = [W.county, W['met-count']];
    stages.forEach(function (s) { D.seven.forEach(function (f) { heads.push(D.stages[s] + ' ' + f[0]); }); });
    heads.push(W['schools-met']);
    var shown = [...byCounty.keys()].sort(function (a, b) { return a - b; }).filter(function (c) {
      return !wanted || (D.counties[c][0] + ' ' + D.counties[c][1]).toLowerCase().indexOf(wanted) >= 0;
    });
    var made = table('table-balance-all', heads, shown.map(function (c) {
      var button = element('button', countyName(c), 'county'), met = 0, schools = 0, all = 0, cells = [];
      button.type = 'button';
      button.addEventListener('click', function () { at('choose-county').value = c; redrawAll(); at('balance').scrollIntoView(); });
      stages.forEach(function (s) {
        var r = byCounty.get(c)[s];
        D.seven.forEach(function (f, i) {
          var verdict = r ? r[5][i] : '';
          if (verdict === 'PASS') { met++; }
          cells.push(r && known(r[4][i]) ? fixed(r[4][i], 4) + (verdict === 'PASS' ? ' ✓' : verdict === 'FAIL' ? ' ✕' : ' —') : '—');
        });
        if (r) { schools += r[7][0]; all += r[7][0] + r[7][1] + r[7][2]; }
      });
      return [button, met + ' / 14'].concat(cells, [schools + ' / ' + all]);
    }));
    [...made.tBodies[0].rows].forEach(function (row, k) {
      var c = shown[k];
      row.className = c === county ? 'focus' : '';
      stages.forEach(function (s, j) {
        var r = byCounty.get(c)[s];
        D.seven.forEach(function (f, i) {
          var verdict = r ? r[5][i] : '', cell = row.cells[2 + 7 * j + i];
          cell.classList.add(verdict === 'PASS' || verdict === 'FAIL' ? verdict : 'open');
          cell.title = countyName(c) + ' ' + D.stages[s] + ' ' + f[1] + ': ' + (D.verdicts[verdict] || W.none);
        });
      });
    });
  }
  function shortfall(county) {
    var all = D.shortfall.filter(function (r) { return r[3] > 0; });
    if (!all.length) { at('shortfall').hidden = true; return; }
    var own = all.filter(function (r) { return r[0] === county; }), rest = all.filter(function (r) { return r[0] !== county; });
    table('table-shortfall', [W.county, W.stage, W.measure, W.lacking, W.unit], own.concat(rest).map(function (r) {
      return [countyName(r[0]), D.stages[r[1]] || r[1], D.seven[r[2]][1], r[3].toLocaleString('en', { maximumFractionDigits: 1 }), r[4]];
    }));
  }

  /* ---- trends ---- */
  function seriesName(s) { return (D.stages[s.stage] ? D.stages[s.stage] + ' · ' : '') + s.name; }
  function trendOptions(series) { return series.map(function (s, i) { return [i, s.name, D.stages[s.stage] || W['no-stage']]; }); }
  function rowName(r) { return r[0] >= 0 ? countyName(r[0]) : r[1]; }
  function gaps() {
    var s = D.gaps[+at('choose-gap').value], county = focus(), years = D.years.map(String);
    var limits = D.balance.filter(function (r) { return r[2] === s.stage && known(r[3]); }).map(function (r) { return r[3]; });
    var limit = /^R[1-7]$/.test(s.facet) && limits.length ? limits[0] : null;
    var home = D.counties[county] || ['', '', '', ''];
    var drawn = s.rows.filter(function (r) { return r[0] >= 0 || (r[0] === -2 ? r[1] === home[2] : r[1] === home[3]); });
    function end(match) { var r = drawn.filter(match)[0]; return r ? r[2][r[2].length - 1] : null; }
    var side = end(function (r) { return r[0] === county; }) > end(function (r) { return r[0] === -2; }) ? -1 : 1;
    var series = drawn.map(function (r) {
      var own = r[0] === county && county >= 0, area = r[0] < 0, province = r[0] === -2;
      return { type: 'line', name: rowName(r), data: r[2], connectNulls: false, symbolSize: own ? 8 : 4, showSymbol: own || area || s.rows.length <= NAMED, z: own ? 5 : area ? 4 : 2,
        lineStyle: { color: own ? BLUE : province ? INK : area ? GREY : FAINT, width: own ? 3.5 : province ? 2.5 : area ? 1.5 : 1, type: area ? 'dashed' : 'solid' }, itemStyle: { color: own ? BLUE : area ? INK : FAINT },
        endLabel: { show: !narrow() && (own || province), formatter: cut(rowName(r), 8), color: own ? BLUE : INK, offset: [0, own ? 7 * side : -7 * side] } };
    });
    if (known(limit) && series.length) { series[0].markLine = line([{ yAxis: limit }], W.limit + ' ' + limit.toFixed(2)); series[0].markLine.label.position = 'insideStartTop'; series[0].markLine.lineStyle.color = BROWN; }
    draw('gaps', 400, {
      grid: { left: 8, right: narrow() ? 16 : 110, top: 24, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: years, boundaryGap: false }, yAxis: { type: 'value', scale: false, min: 0, splitLine: { lineStyle: { color: '#e6eaee' } } }, series: series,
      tips: function (p) { return [p.seriesName, p.name + ': ' + fixed(p.value, 4)]; }
    }, seriesName(s));
    table('table-gaps', [W.county].concat(years), s.rows.map(function (r) { return [rowName(r)].concat(r[2].map(function (v) { return fixed(v, 4); })); }));
    if (at('chart-change')) { change(s, county); }
  }
  function change(s, county) {
    var rows = s.rows.filter(function (r) { return r[0] >= 0 && known(r[3]); });
    function more(r, i) { return r[5] ? r[5][i] : null; }
    var items = rows.map(function (r) {
      var lo = more(r, 0), hi = more(r, 1), told = known(lo) && known(hi);
      return { name: countyName(r[0]), value: r[3], lo: lo, hi: hi, kind: told && hi < 0 ? 'above' : told && lo > 0 ? 'below' : 'plain', focus: r[0] === county,
        notes: [W.change + ' ' + fixed(r[3], 4) + (told ? '（' + fixed(lo, 4) + ' … ' + fixed(hi, 4) + '）' : ''), W.same + ' ' + fixed(r[4], 4)] };
    }).sort(function (a, b) { return a.value - b.value; });
    dots('change', items, { lines: [0], line: W['no-change'], across: W.sorted, words: seriesName(s) + ' ' + W.change });
    var all = s.rows.filter(function (r) { return known(r[3]); });
    table('table-change', [W.county, W.change, W.low, W.high, W.same, W['from-entrants'], W['from-closures'], W['from-mergers'], W['from-weights'], W['from-stayers'], W.narrowed, W.levelling], all.map(function (r) {
      return [rowName(r), fixed(r[3], 4), fixed(more(r, 0), 4), fixed(more(r, 1), 4), fixed(r[4], 4)]
        .concat([2, 3, 4, 5, 6].map(function (i) { return fixed(more(r, i), 4); }), [D.narrowed[more(r, 7)] || '—', D.levelling[more(r, 8)] || '—']);
    }));
  }

  /* ---- effect of joining ---- */
  function impact() {
    var b = D.impact[+at('choose-impact').value], rows = b.rows, bands = [], bars = [];
    if (!rows.length) { draw('impact', 0, null, b.name); return; }
    rows.forEach(function (r) {
      if (known(r[4]) && known(r[5])) { bands.push([r[0], r[4]], [r[0], r[5]], [NaN, NaN]); }
      if (known(r[2]) && known(r[3])) { bars.push([r[0], r[2]], [r[0], r[3]], [NaN, NaN]); }
    });
    var first = rows[0][0], last = rows[rows.length - 1][0], mark = line([{ yAxis: 0 }], W['no-effect']);
    mark.label.position = 'insideEndTop';
    mark.data.push({ xAxis: -0.5, label: { show: true, formatter: W.joined, position: 'insideEndTop', color: GREY } });
    draw('impact', 360, {
      grid: { left: 8, right: 24, top: 32, bottom: 36, containLabel: true },
      xAxis: { type: 'value', min: first - 1, max: last + 1, interval: 1, name: W['years-since'], nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: GREY }, splitLine: { show: false }, axisLine: { onZero: false } },
      yAxis: { type: 'value', name: b.unit, axisLine: { onZero: false }, nameTextStyle: { color: GREY, align: 'left' }, splitLine: { lineStyle: { color: '#e6eaee' } } },
      series: [
        { type: 'line', data: bands, silent: true, showSymbol: false, lineStyle: { color: FAINT, width: 12, opacity: 0.7, cap: 'butt' }, z: 1 },
        { type: 'line', data: bars, silent: true, showSymbol: false, lineStyle: { color: BLUE, width: 2.5 }, z: 2 },
        { type: 'scatter', data: rows.map(function (r, i) { return [r[0], r[1], i]; }), symbolSize: 10, itemStyle: { color: BLUE }, z: 3, markLine: mark }
      ],
      tips: function (p) { var r = p.value && rows[p.value[2]]; return r ? [W['years-since'] + ' ' + r[0], fixed(r[1], 3), W.interval + ' ' + fixed(r[2], 3) + ' … ' + fixed(r[3], 3), W.band + ' ' + fixed(r[4], 3) + ' … ' + fixed(r[5], 3)] : []; }
    }, b.name);
    table('table-impact', [W['years-since'], W.value, W.low, W.high, W['band-low'], W['band-high'], W.schools], rows.map(function (r) {
      return [String(r[0]), fixed(r[1], 3), fixed(r[2], 3), fixed(r[3], 3), fixed(r[4], 3), fixed(r[5], 3), known(r[6]) ? String(r[6]) : '—'];
    }));
  }

  /* ---- value-added ---- */
  function valueAdded() {
    var f = D.fits[+at('choose-fit').value], county = focus(), only = at('choose-scope').value === 'county';
    var rows = f.rows.filter(function (r) { return !only || r[1] === county; });
    var items = rows.map(function (r) {
      var kind = known(r[3]) && r[3] > 0 ? 'above' : known(r[4]) && r[4] < 0 ? 'below' : 'plain';
      var words = { above: W.above, below: W.below, plain: W.average }[kind];
      return { name: r[0], value: r[2], lo: r[3], hi: r[4], kind: kind, weak: r[6], words: words, row: r,
        notes: [countyName(r[1]), fixed(r[2], 3) + '（' + fixed(r[3], 3) + ' … ' + fixed(r[4], 3) + '）', words].concat(r[6] ? [W.weak] : []) };
    });
    at('say-valueadded').textContent = items.length ? fill(W['va-head'], f) + (f.none ? ' ' + fill(W['va-none'], f) : '') + (f.every > 1 ? ' ' + fill(W['va-thin'], f) : '') : W.nothing;
    dots('valueadded', items, { lines: [0], line: W.zero, unit: f.unit, across: W['all-schools'], words: f.name });
    table('table-valueadded', [W.school, W.county, W.value, W.low, W.high, W.pupils, W.verdict], items.map(function (item) {
      var r = item.row;
      return [r[0], countyName(r[1]), fixed(r[2], 3), fixed(r[3], 3), fixed(r[4], 3), known(r[5]) ? String(r[5]) : '—', item.words + (r[6] ? ' · ' + W.weak : '')];
    }));
  }

  /* ---- lead and members ---- */
  function lead() {
    var s = D.lead[+at('choose-lead').value], base = D.years.indexOf(D.base), last = D.years.length - 1;
    var only = at('choose-lead-scope').value === 'county', county = focus();
    var items = s.rows.filter(function (r) { return (!only || r[0] === county) && (known(r[2][base]) || known(r[2][last])); }).map(function (r) {
      return { name: r[1], from: base === last ? null : r[2][base], value: r[2][last], kind: 'plain', notes: D.years.map(function (y, i) { return y + ': ' + fixed(r[2][i], 3); }) };
    });
    dots('lead', items, { lines: [0], line: W.equal, unit: s.unit, across: W.cluster, words: seriesName(s) });
    table('table-lead', [W.cluster].concat(D.years, [W.change]), s.rows.map(function (r) {
      return [r[1]].concat(r[2].map(function (v) { return fixed(v, 3); }), [fixed(r[3], 3)]);
    }));
  }

  /* ---- satisfaction ---- */
  function satisfaction() {
    var g = D.satisfaction[+at('choose-group').value], year = +at('choose-survey-year').value, county = focus();
    var rows = g.rows.filter(function (r) { return r[2] === year; }), limits = [];
    rows.forEach(function (r) { if (r[0] >= 0 && known(r[8]) && limits.indexOf(r[8]) < 0) { limits.push(r[8]); } });
    var items = rows.filter(function (r) { return known(r[3]); }).map(function (r) {
      return { name: rowName(r), value: r[3], lo: r[4], hi: r[5], kind: r[9] === 'PASS' ? 'above' : r[9] === 'FAIL' ? 'below' : 'plain', focus: r[0] === county && county >= 0,
        notes: [percent(r[3]) + '（' + percent(r[4]) + ' … ' + percent(r[5]) + '）', W.answers + ' ' + r[6], W.response + ' ' + percent(r[7]), D.verdicts[r[9]] || ''] };
    });
    var low = Math.floor(20 * Math.min.apply(null, limits.concat(items.map(function (i) { return known(i.lo) ? i.lo : i.value; })))) / 20;
    dots('satisfaction', items, { interval: (1 - low) / 5, lines: limits, line: limits.length === 1 ? W.limit + ' ' + percent(limits[0]) : '', min: low, max: 1, axis: function (v) { return Math.round(100 * v) + '%'; }, across: W.sorted, words: g.name + ' ' + year });
    table('table-satisfaction', [W.county, W.value, W.low, W.high, W.answers, W.response, W.limit, W.verdict], rows.map(function (r) {
      return [rowName(r), percent(r[3]), percent(r[4]), percent(r[5]), known(r[6]) ? String(r[6]) : '—', percent(r[7]), percent(r[8]), D.verdicts[r[9]] || '—'];
    }));
  }

  /* ---- stock ---- */
  function stock() {
    var county = focus(), last = Math.max.apply(null, D.stock.map(function (r) { return r[1]; }));
    function pair(column, name, show, stage, axis) {
      var items = D.counties.map(function (c, i) {
        function of(year) { var r = D.stock.filter(function (r) { return r[0] === i && r[1] === year && r[2] === stage && known(r[column]); })[0]; return r ? r[column] : null; }
        return { name: c[1], from: D.base === last ? null : of(D.base), value: of(last), kind: 'plain', focus: i === county };
      }).filter(function (item) { return known(item.from) || known(item.value); });
      items.forEach(function (item) { item.notes = [D.base + ': ' + show(item.from), last + ': ' + show(item.value)]; });
      dots(name, items, { min: 0, axis: axis, across: W.sorted, words: W[name === 'places' ? 'places' : 'quality-schools'] });
      table('table-' + name, [W.county, String(D.base), String(last)], items.map(function (item) { return [item.name, show(item.from), show(item.value)]; }));
    }
    pair(3, 'stock', function (v) { return fixed(v, 0); }, '');
    if (at('chart-places')) { pair(5, 'places', percent, at('choose-places').value, function (v) { return Math.round(100 * v) + '%'; }); }
  }

  /* ---- all together ---- */
  function when(id, act) { if (at(id)) { redraw.push(act); } }
  function redrawAll() { redraw.forEach(function (act) { act(); }); }
  choose('county', D.counties.map(function (c, i) { return [i, c[1]]; }), 0, redrawAll);
  var years = D.balance.map(function (r) { return r[1]; }).filter(function (y, i, all) { return all.indexOf(y) === i; }).sort();
  choose('year', years.map(function (y) { return [y, y]; }), years.length - 1, balance);
  choose('gap', trendOptions(D.gaps), 0, gaps);
  choose('fit', D.fits.map(function (f, i) { return [i, f.name]; }), 0, valueAdded);
  choose('scope', [['all', W['all-schools']], ['county', W['only-county']]], 0, valueAdded);
  choose('impact', D.impact.map(function (b, i) { return [i, b.name]; }), 0, impact);
  choose('lead-scope', [['all', W['all-clusters']], ['county', W['only-county']]], 0, lead);
  choose('lead', trendOptions(D.lead), 0, lead);
  choose('group', D.satisfaction.map(function (g, i) { return [i, g.name]; }), 0, satisfaction);
  var asked = [];
  D.satisfaction.forEach(function (g) { g.rows.forEach(function (r) { if (asked.indexOf(r[2]) < 0) { asked.push(r[2]); } }); });
  asked.sort();
  choose('survey-year', asked.map(function (y) { return [y, y]; }), asked.length - 1, satisfaction);
  var places = ['PRIMARY', 'JUNIOR', 'SENIOR', 'KINDERGARTEN', ''].filter(function (stage) { return D.stock.some(function (r) { return r[2] === stage && known(r[5]); }); });
  choose('places', places.map(function (stage) { return [stage, D.stages[stage] || W['no-stage']]; }), 0, stock);
  when('chart-balance-PRIMARY', balance);
  when('chart-gaps', gaps);
  when('chart-valueadded', valueAdded);
  when('chart-lead', lead);
  when('chart-impact', impact);
  when('chart-satisfaction', satisfaction);
  when('chart-stock', stock);
  if (at('find-county')) { at('find-county').addEventListener('input', function () { balanceTable(+at('choose-year').value, focus()); }); }
  redrawAll();
  var waiting, width = window.innerWidth;
  window.addEventListener('resize', function () {
    if (window.innerWidth !== width) { width = window.innerWidth; clearTimeout(waiting); waiting = setTimeout(redrawAll, 150); }
  });
}());
