// Review by keys, and files that are dropped on the form of the jobs.
(function () {
  'use strict';

  document.addEventListener('keydown', function (e) {
    var desk = document.getElementById('reviewing');
    if (!desk || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.target.closest('input, textarea, select')) {
      if (e.key === 'Escape') e.target.blur();
      return;
    }
    var key = e.key.toLowerCase();
    if (/^[1-9]$/.test(key)) {
      var number = document.getElementById('addtheme');
      if (number) { number.value = ''; number.focus(); } // the digit is typed into it
      return;
    }
    var target = { t: 'addtheme', m: 'note' }[key];
    if (target) {
      var field = document.getElementById(target);
      if (field) { field.focus(); field.select(); e.preventDefault(); }
      return;
    }
    var button = /^[a-z]$/.test(key) && desk.querySelector('[data-key="' + key + '"]');
    if (button) { button.click(); e.preventDefault(); }
  });

  // The note goes with whichever decision is taken.
  document.addEventListener('input', function (e) {
    if (e.target.id !== 'note') return;
    document.querySelectorAll('[data-note]').forEach(function (i) { i.value = e.target.value; });
  });

  ['dragenter', 'dragover', 'dragleave', 'drop'].forEach(function (name) {
    document.addEventListener(name, function (e) {
      var form = e.target.closest && e.target.closest('[data-drop]');
      if (!form) return;
      e.preventDefault();
      form.classList.toggle('over', name === 'dragenter' || name === 'dragover');
      if (name === 'drop' && e.dataTransfer.files.length) form.querySelector('#files').files = e.dataTransfer.files;
    });
  });
})();
