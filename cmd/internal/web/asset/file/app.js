// Live updates are htmx's. These lines add keys and the copying of citations.
(function () {
  'use strict';
  document.documentElement.classList.add('with-script');

  // Keys: "/" goes to the search field, j and k from one item to the next.
  document.addEventListener('keydown', function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest('input, textarea, select, [contenteditable]')) return;
    if (e.key === '/') {
      var q = document.getElementById('q');
      if (q) { q.focus(); q.select(); e.preventDefault(); }
    } else if (e.key === 'j' || e.key === 'k') {
      step(e.key === 'j' ? 1 : -1);
    }
  });

  function step(by) {
    var items = Array.from(document.querySelectorAll('[data-step], .hit .open'));
    if (!items.length) return;
    var near = document.activeElement.closest('.passage, .hit'); // a button of it may be in hand
    var at = near ? items.findIndex(function (i) { return near.contains(i); }) : -1;
    var next = items[Math.min(items.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    next.focus();
  }

  // Submission: the passage in hand is marked on its page, which is fetched where
  // another one is shown.
  document.addEventListener('focusin', function (e) {
    var passage = e.target.closest('.passage[id]');
    if (passage) take(passage);
    else if (e.target.closest('.box')) mark(e.target.closest('.box').dataset.passage);
  });

  function take(passage) {
    var sheet = document.getElementById('sheet');
    if (!sheet) return;
    var page = passage.dataset.page;
    if (!page || page === sheet.dataset.page) { mark(passage.id); return; }
    var place = passage.querySelector('.place');
    if (!place || sheet.dataset.wanted === place.href) return;
    sheet.dataset.wanted = place.href;
    htmx.ajax('GET', place.getAttribute('href').split('#')[0], { target: '#sheet', select: '#sheet', swap: 'outerHTML' })
      .then(function () { mark(passage.id); });
  }

  function mark(id) {
    document.querySelectorAll('.box').forEach(function (b) { b.classList.toggle('at', b.dataset.passage === id); });
    document.querySelectorAll('.passage.at').forEach(function (p) { p.classList.toggle('at', p.id === id); });
  }

  // Matrix: arrow keys go from cell to cell; the tab key stops once.
  document.querySelectorAll('[data-grid]').forEach(function (grid) {
    var rows = Array.from(grid.tBodies[0].rows).map(function (r) { return Array.from(r.cells).slice(1); })
      .filter(function (r) { return r.length > 0; });
    var links = rows.flat().map(function (c) { return c.querySelector('a') || c; });
    links.forEach(function (l, i) { l.tabIndex = i === 0 ? 0 : -1; });
    grid.addEventListener('keydown', function (e) {
      var cell = e.target.closest('td');
      var steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
      var by = steps[e.key];
      if (!cell || !by) return;
      var across = document.documentElement.dir === 'rtl' ? -by[1] : by[1];
      var y = rows.findIndex(function (r) { return r.includes(cell); });
      var x = rows[y].indexOf(cell);
      var next = (rows[y + by[0]] || [])[x + across];
      if (!next) return;
      e.preventDefault();
      links.forEach(function (l) { l.tabIndex = -1; });
      var to = next.querySelector('a') || next;
      to.tabIndex = 0;
      to.focus();
    });
  });

  document.addEventListener('click', function (e) {
    var button = e.target.closest('[data-copy]');
    if (button) copy(button);
  });

  function copy(button) {
    var text = button.dataset.copy;
    var before = button.textContent;
    var done = function () {
      button.classList.add('done');
      button.textContent = button.dataset.done;
      setTimeout(function () { button.classList.remove('done'); button.textContent = before; }, 1500);
    };
    if (navigator.clipboard) { navigator.clipboard.writeText(text).then(done, function () {}); }
  }
})();
