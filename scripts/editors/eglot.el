;;; eglot.el --- Drives the language server from Emacs -*- lexical-binding: t -*-
;; Waits for diagnostics, asks for a hover, goes to a definition; prints one line for each.
;; emacs -Q --batch -l eglot.el, with WIT_SERVER naming server/dist/cli.js and WIT_FILE the file to open.
;; Takes Emacs 28 with Debian's elpa-eglot, and Emacs 29 or newer, which has eglot built in.

;; -Q leaves out the folders of Debian's elpa-* packages.
(dolist (folder '("/usr/share/emacs/site-lisp/elpa/" "/usr/share/emacs/site-lisp/elpa-src/"))
  (when (file-directory-p folder)
    (let ((default-directory folder)) (normal-top-level-add-subdirs-to-load-path))))
(require 'eglot)

(define-derived-mode wit-mode prog-mode "WIT")
(add-to-list 'auto-mode-alist '("\\.wit\\'" . wit-mode))
(add-to-list 'eglot-server-programs `(wit-mode . ("node" ,(getenv "WIT_SERVER") "--stdio")))
(setq eglot-sync-connect 10 eglot-connect-timeout 15)

(defun wit-say (kind text)
  (message "%s %s" kind (replace-regexp-in-string "[ \t]*\n[ \t\n]*" " / " text)))

(defun wit-await (what get)
  "Call GET until it gives something, or end Emacs with code 1."
  (let ((end (+ (float-time) 15)) value)
    (while (not (setq value (funcall get)))
      (when (> (float-time) end) (wit-say "FAIL no" what) (kill-emacs 1))
      (accept-process-output nil 0.05))
    value))

(find-file (getenv "WIT_FILE"))
(apply #'eglot (eglot--guess-contact))
(dolist (d (wit-await "diagnostics" (lambda () (flymake-start) (flymake-diagnostics))))
  (let ((beg (flymake-diagnostic-beg d)))
    (wit-say (format "diagnostic %d:%d" (line-number-at-pos beg) (1+ (save-excursion (goto-char beg) (current-column))))
             (flymake-diagnostic-text d))))
(goto-char (point-min))
(search-forward "-> po")
(let ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams) :timeout 10)))
  (wit-say "hover" (plist-get (plist-get hover :contents) :value)))
(let ((backend (xref-find-backend)))
  (xref-find-definitions (xref-backend-identifier-at-point backend)))
(wit-say "definition" (format "%s:%d" (file-name-nondirectory buffer-file-name) (line-number-at-pos)))
(kill-emacs 0)
