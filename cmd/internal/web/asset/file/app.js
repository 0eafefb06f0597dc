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
    var at = items.indexOf(document.activeElement);
    var next = items[Math.min(items.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    next.focus();
  }

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
