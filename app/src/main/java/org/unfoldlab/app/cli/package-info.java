/**
 * The terminal's side: one picocli command a task.
 */
@NullMarked
package org.unfoldlab.app.cli;

import org.jspecify.annotations.NullMarked;
