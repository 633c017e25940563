/**
 * The window and the program's entry point: wiring, view models, commands.
 */
@NullMarked
package org.unfoldlab.app;

import org.jspecify.annotations.NullMarked;
