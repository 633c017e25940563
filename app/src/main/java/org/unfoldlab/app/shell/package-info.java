/**
 * The window's frame: header, transport, menu, welcome page, messages, and which mode is shown. In: view models. Out:
 * calls of commands. Knows no engine and no file format.
 */
@NullMarked
package org.unfoldlab.app.shell;

import org.jspecify.annotations.NullMarked;
